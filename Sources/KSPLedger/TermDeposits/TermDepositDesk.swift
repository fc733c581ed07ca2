import GRDB
import KSPCore

/// The desk of term deposits: what products offer, and opening.
struct TermDepositDesk {
  let session: PostingSession
  /// The tax that its payments bear.
  let tax: TaxAtPayment
  /// The deposits that it pays, and what they run again at.
  let lookup: TermDepositLookup
  var savings: SavingsDesk { SavingsDesk(session: session) }
  var reader: TermDepositReader { TermDepositReader(db: session.db) }
  let accruals: AccrualDesk

  init(session: PostingSession) {
    self.session = session
    tax = TaxAtPayment(session: session)
    lookup = TermDepositLookup(session.db)
    accruals = AccrualDesk(session: session)
  }

  // MARK: - Offers

  /// Records what a product offers from a day on.
  func set(_ offer: TermDepositOffer, note: EntryNote) throws {
    try offer.rounding.requireOffered()
    for tier in offer.tiers {
      _ = try TermDepositTerms(rate: tier.rate, tenor: tier.tenor)
      guard !tier.from.isNegative else { throw LedgerError.amountNotPositive(tier.from) }
    }
    let keys = Set(offer.tiers.map { "\($0.tenor) \($0.from.sen)" })
    guard keys.count == offer.tiers.count, !offer.tiers.isEmpty else {
      throw LedgerError.productInvalid(
        Phrase(id: "suku berjangkanya kosong atau dobel", en: "its rates are empty or double"))
    }
    if offer.isAccrued { _ = try session.catalog.account(.interestPayable) }
    let product = try product(offer.product)
    try session.act(note) {
      let event = session.lastEvent + 1
      _ = try session.recordOnce(
        EventDraft(
          .depositOffered, offer.product,
          [
            .insert(
              "depositOffer",
              [
                "event": .integer(event), "product": .integer(product),
                "offeredFrom": StoredValue(offer.effectiveFrom),
                "depositDayCount": .text(offer.dayCount.rawValue),
                "payout": .text(offer.payout.rawValue),
                "roundingMode": .text(offer.rounding.mode.rawValue),
                "roundingStep": StoredValue(offer.rounding.step),
                "breakPenalty": .text(offer.penalty.description),
                "rollOver": .text(offer.rollOver.rawValue),
                "isAccrued": StoredValue(offer.isAccrued),
              ]),
            .insert(
              "depositRate",
              columns: ["event", "tenor", "threshold", "rateBillionths", "rateBasis"],
              rows: offer.tiers.map {
                [
                  .integer(event), StoredValue($0.tenor), StoredValue($0.from),
                  .integer($0.rate.billionths), .text($0.rate.basis.rawValue),
                ]
              }),
          ]), ignoring: ["event"])
    }
  }

  /// The row of a product of term deposits; it may have been added in this transaction.
  private func product(_ code: ProductCode) throws -> Int64 {
    let row = try Row.fetchOne(
      session.db, sql: "SELECT id, kind FROM savingsProduct WHERE code = ?",
      arguments: [code.text])
    guard let row, try row.value(1) as String == SavingsKind.berjangka.rawValue else {
      let known = try String.fetchAll(
        session.db, sql: "SELECT code FROM savingsProduct WHERE kind = ? ORDER BY id",
        arguments: [SavingsKind.berjangka.rawValue])
      throw LedgerError.depositProductUnknown(code, known: known.map { ProductCode($0) })
    }
    return try row.value(0)
  }

  // MARK: - Opening

  /// Opens a deposit, or takes one over from an earlier book.
  func open(_ opening: TermDepositOpening, note: EntryNote) throws -> Receipt {
    try session.act(note) {
      try session.requirePositive(opening.principal)
      if let text = opening.certificate, !text.isUsableText {
        throw LedgerError.noteUnacceptable(text)
      }
      _ = try self.product(opening.product)
      let product = try session.catalog.product(opening.product)
      let (terms, rollOver) = try agreed(opening)
      let holder = try savings.holder(opening.member, in: product)
      let known = try account(under: note.reference, holder)
      if known == nil { try savings.requireMembership(holder, on: day(of: opening, holder)) }
      if let text = opening.certificate { try requireFree(text, but: known?.id) }
      let account = try known ?? savings.openFurther(holder, in: product)
      let source = try source(of: opening, note)
      let kind: EntryKind = opening.takeover == nil ? .depositOpening : .opening
      let ahead =
        terms.payout == .advance && opening.takeover == nil
        ? try ahead(terms, opening, known?.id, holder) : nil
      let entry = try JournalEntry(
        kind, on: opening.takeover?.asOf ?? opening.opened,
        postings: legs(of: opening, ahead, on: account.id, from: source.id), note: note)
      let handedOver = try opening.principal - (ahead?.net ?? .zero)
      let outcome = try session.post(entry) {
        try savings.requireMembership(holder, on: day(of: opening, holder))
        try requireSource(opening, handedOver, holder, note)
      }
      if outcome.isReplay {
        try requireSame(opening, terms, rollOver, on: account)
      } else {
        try begin(opening, terms, rollOver, ahead, on: account, holder, outcome.number)
      }
      var receipt = Receipt(
        entry: outcome.number, kind: kind, bookDate: entry.bookDate, account: account.code,
        member: holder.number, memberName: holder.name, amount: handedOver,
        deductions: try ahead?.told ?? [],
        balance: opening.principal, note: outcome.note, isReplay: outcome.isReplay)
      receipt.counterpart = source.shown
      return receipt
    }
  }

  /// Refuses the number of another deposit's certificate, also of one that has ended: the paper is
  /// in somebody's hands. One that was taken back was never handed out.
  private func requireFree(_ certificate: String, but own: AccountID?) throws {
    let other = try String.fetchOne(
      session.db,
      sql: """
        SELECT a.code FROM termDeposit t JOIN account a ON a.id = t.account
        WHERE ifnull(t.certificate, a.code) = ?1 AND t.account IS NOT ?2 AND NOT EXISTS
          (SELECT 1 FROM depositEnd d JOIN entry e ON e.id = d.voucher
            WHERE d.account = t.account AND e.kind = \(EntryKind.reversal.sql))
        ORDER BY t.account
        """, arguments: [certificate, own?.value])
    guard let other else { return }
    throw LedgerError.depositCertificateTaken(certificate, by: AccountCode(stored: other))
  }

  private func legs(
    of opening: TermDepositOpening, _ ahead: InterestAhead?, on account: AccountID,
    from source: AccountID
  ) throws -> [Posting] {
    guard let ahead else {
      return try PostingRules.depositOpened(opening.principal, on: account, from: source)
    }
    return try PostingRules.depositOpened(
      opening.principal, ahead: ahead.gross, tax: ahead.tax, on: account, from: source,
      prepaid: session.catalog.account(.prepaidInterest), payable: ahead.payable)
  }

  /// Records what a voucher opened: the deposit, and the interest that it paid in advance or that
  /// the opening balances hold of it.
  private func begin(
    _ opening: TermDepositOpening, _ terms: TermDepositTerms, _ rollOver: TermRollOver,
    _ ahead: InterestAhead?, on account: SavingsAccountState, _ holder: SavingsHolder,
    _ entry: EntryNumber
  ) throws {
    let rows = try row(opening, terms, rollOver, on: account.id, holder)
    try session.record(EventDraft(.depositOpened, account.code.text, [rows]))
    if let heir = opening.heir {
      try session.record(draft(heir, in: nil, of: account.id, account.code, holder.memberID))
    }
    if let ahead {
      try record(ahead, period: 1, terms, on: account, holder, entry, on: opening.opened)
    } else if let accrued = opening.takeover?.accrued, !accrued.isZero {
      // The opening balances hold it already.
      let isAhead = terms.payout == .advance
      let held = try session.catalog.account(isAhead ? .prepaidInterest : .interestPayable)
      let leg = Posting(account: held, amount: isAhead ? accrued : try accrued.negated())
      try accruals.record(
        [leg], of: account.id, account.code, entry: entry,
        on: opening.takeover?.asOf ?? opening.opened)
    }
    try pointOut(terms, opening.principal, opened: opening.opened)
  }

  /// Refuses a deposit that does not pay next on the day that was said.
  func requireNextDue(_ said: BookDate?, of code: AccountCode) throws {
    guard let said else { return }
    let next = try reader.deposit(code).deposit.nextPayment()?.day
    guard next == said else { throw LedgerError.depositValueDateOther(said, expected: next) }
  }

  private func agreed(
    _ opening: TermDepositOpening
  ) throws -> (TermDepositTerms, TermRollOver) {
    let offer = try reader.offer(opening.product, on: opening.opened)
    var terms: TermDepositTerms
    if let rate = opening.rate {
      // What was agreed before the book need not be offered any more.
      terms = try TermDepositTerms(rate: rate, tenor: opening.tenor)
      if let offer {
        terms.dayCount = offer.dayCount
        terms.payout = offer.payout
        terms.rounding = offer.rounding
        terms.penalty = offer.penalty
      }
    } else {
      guard let offer else {
        throw LedgerError.depositRateMissing(
          opening.principal, tenor: opening.tenor, product: opening.product, tiers: [])
      }
      terms = try offer.terms(for: opening.principal, tenor: opening.tenor)
    }
    if let payout = opening.payout { terms.payout = payout }
    return (terms, opening.rollOver ?? offer?.rollOver ?? .none)
  }

  /// A takeover may be older than the membership in this book.
  private func day(of opening: TermDepositOpening, _ holder: SavingsHolder) -> BookDate {
    opening.takeover == nil ? opening.opened : max(opening.opened, holder.joinedOn)
  }

  /// The account that an act under a reference opened.
  private func account(
    under reference: String?, _ holder: SavingsHolder
  ) throws -> SavingsAccountState? {
    guard let reference, let known = try session.recordedAct(reference),
      let entry = known.entries.first?.number
    else { return nil }
    let touched = Set(try session.postings(of: entry).map(\.account))
    return holder.accounts.first { touched.contains($0.id) }
  }

  private func source(
    of opening: TermDepositOpening, _ note: EntryNote
  ) throws -> (id: AccountID, shown: Receipt.Counterpart?) {
    guard opening.takeover == nil else {
      return (try session.catalog.account(.openingClearing), nil)
    }
    return try place(opening.source, note, on: opening.opened)
  }

  /// Where money comes from or goes: savings, cash or a bank; nil for cash, or for the till through
  /// which it goes.
  func place(
    _ code: AccountCode?, _ note: EntryNote, on date: BookDate
  ) throws -> (id: AccountID, shown: Receipt.Counterpart?) {
    if let code, let own = try session.account(code).savings {
      return (
        try session.account(code).id,
        Receipt.Counterpart(code: code, name: Phrase(id: own.memberName, en: own.memberName))
      )
    }
    return try OtherSide(session: session).account(code, usually: .cash, note, on: date)
  }

  private func requireSource(
    _ opening: TermDepositOpening, _ amount: Rupiah, _ holder: SavingsHolder, _ note: EntryNote
  ) throws {
    guard opening.takeover == nil else { return }
    guard let code = opening.source, let own = try session.account(code).savings else {
      return try OtherSide(session: session).requireFit(
        opening.source, usually: .cash, note: note)
    }
    let account = try session.account(code)
    try requireSavings(code, of: holder.memberID)
    let product = try session.catalog.product(id: own.product)
    let terms = product.terms(in: opening.opened.month)
    try savings.requireWithdrawable(account.id, product, terms, on: opening.opened)
    try session.requireFunds(
      amount, in: SavingsAccountState(account, product: product.id),
      on: opening.opened, under: terms, keepsMinimum: true)
  }

  /// Refuses savings of somebody else, of another deposit, and closed ones.
  func requireSavings(_ code: AccountCode, of member: Int64) throws {
    let account = try session.account(code)
    guard let own = account.savings else { throw LedgerError.accountUnknown(code.text) }
    if let closed = account.closedOn { throw LedgerError.accountClosed(code, on: closed) }
    let product = try session.catalog.product(id: own.product)
    guard product.product.kind != .berjangka else { throw LedgerError.depositOwnActs(code.text) }
    let owner = try Int64.fetchOne(
      session.db, sql: "SELECT member FROM savingsAccount WHERE account = ?",
      arguments: [account.id.value])
    guard owner == member else {
      throw LedgerError.releaseToAnother(code, name: own.memberName)
    }
  }

  private func row(
    _ opening: TermDepositOpening, _ terms: TermDepositTerms, _ rollOver: TermRollOver,
    on account: AccountID, _ holder: SavingsHolder
  ) throws -> RowChange {
    var target: AccountID?
    if let code = opening.interestTo {
      try requireSavings(code, of: holder.memberID)
      target = try session.account(code).id
    }
    var paid = 0
    var interest = Rupiah.zero
    if let takeover = opening.takeover {
      guard opening.opened <= takeover.asOf else {
        throw LedgerError.dateFuture(opening.opened, today: takeover.asOf)
      }
      // The book pays nothing that fell due before it begins.
      let first = session.catalog.settings.firstMonth.firstDay
      let until = max(takeover.asOf, try first.adding(days: -1))
      paid = try terms.lastValueDate(of: opening.opened, through: until)
      if !terms.payout.isMonthly, paid < terms.tenor { paid = 0 }
      // The month end that comes next sets aside or not, whatever was offered before the book.
      let offer = try reader.offer(
        opening.product, on: session.catalog.openMonth().lastDay)
      for warning in try opening.warnings(
        of: takeover, under: terms, lastValueDate: paid, isAccrued: offer?.isAccrued ?? false)
      { session.judgement.warn(warning) }
      interest = takeover.interestPaid
      if terms.payout == .advance, interest.isZero {
        interest = try terms.interest(
          on: opening.principal, opened: opening.opened, from: 0,
          to: terms.maturity(of: opening.opened))
      }
    }
    return try Self.period(
      1, of: account, opened: opening.opened, opening.principal, terms, rollOver,
      interestTo: target, certificate: opening.certificate, paidBefore: paid,
      interestBefore: interest)
  }

  /// The row of a period of a deposit.
  static func period(
    _ period: Int, of account: AccountID, opened: BookDate, _ principal: Rupiah,
    _ terms: TermDepositTerms, _ rollOver: TermRollOver, interestTo: AccountID?,
    certificate: String?, paidBefore: Int = 0, interestBefore: Rupiah = .zero
  ) throws -> RowChange {
    let first = paidBefore < terms.tenor ? terms.payout.isMonthly ? paidBefore + 1 : terms.tenor : 0
    let due = try first > 0 ? terms.valueDate(first, of: opened) : nil
    return .insert(
      "termDeposit",
      [
        "account": .integer(account.value), "period": StoredValue(period),
        "openedOn": StoredValue(opened), "principal": StoredValue(principal),
        "tenor": StoredValue(terms.tenor), "rateBillionths": .integer(terms.rate.billionths),
        "rateBasis": .text(terms.rate.basis.rawValue),
        "depositDayCount": .text(terms.dayCount.rawValue),
        "payout": .text(terms.payout.rawValue),
        "roundingMode": .text(terms.rounding.mode.rawValue),
        "roundingStep": StoredValue(terms.rounding.step),
        "breakPenalty": .text(terms.penalty.description),
        "rollOver": .text(rollOver.rawValue), "interestTo": StoredValue(interestTo?.value),
        "certificate": StoredValue(certificate), "paidBefore": StoredValue(paidBefore),
        "interestBefore": StoredValue(interestBefore),
        "firstDue": due.map { StoredValue($0) } ?? .null,
      ])
  }

  /// Points out a rate above the cap, and a principal that the tax makes pay less than a smaller
  /// one.
  func pointOut(
    _ terms: TermDepositTerms, _ principal: Rupiah, opened: BookDate
  ) throws {
    for warning in try warnings(of: terms, principal, opened: opened) {
      session.judgement.warn(warning)
    }
  }

  func warnings(
    of terms: TermDepositTerms, _ principal: Rupiah, opened: BookDate
  ) throws -> [LedgerWarning] {
    try terms.warnings(principal: principal, opened: opened, tax: session.catalog.depositTax)
  }
}

extension Catalog {
  /// The tax with which a term deposit is looked at before it runs: that of a person.
  var depositTax: TermDepositTax { .member(taxRules.filter { $0.memberKind == .individual }) }
}

extension LedgerWarning {
  /// The same, as that of one deposit of a list.
  func about(_ account: AccountCode) -> LedgerWarning {
    LedgerWarning(
      code, rule: rule,
      message: Phrase(
        id: "\(account): \(message.indonesian)", en: "\(account): \(message.english)"))
  }
}
