import GRDB
import KSPCore

/// Interest of term deposits: each value date once.
extension TermDepositDesk {
  /// Pays what has fallen due up to a day, value date by value date, and rolls over what matures.
  ///
  /// `receive` is handed the receipts in the order in which they were paid.
  func payDue(
    through day: BookDate, account: AccountCode? = nil, note: EntryNote = EntryNote(),
    _ receive: (Receipt) -> Void = { _ in }
  ) throws {
    let first = try session.catalog.openMonth().firstDay
    while true {
      let due = try reader.due(from: first, through: day, account: account)
      guard let month = due.first?.day.month else { return }
      // One month after the other, so that the tax of a month sees all that came before.
      for item in due where item.day.month == month { try pay(item.account, note).map(receive) }
    }
  }

  /// Pays the next value date of a deposit.
  private func pay(_ code: AccountCode, _ note: EntryNote) throws -> Receipt? {
    let stored = try lookup.deposit(code)
    let deposit = stored.deposit
    guard let (number, day) = try deposit.nextPayment() else {
      throw LedgerError.invariantBroken("\(code): value date")
    }
    let payment = Payment(
      gross: try deposit.interest(to: day), months: try deposit.months(to: day), number: number,
      day: day, isAdded: deposit.addsInterest)
    let own = Self.note(note, deposit, number)
    return try session.act(own) {
      var receipt: Receipt?
      if payment.gross.isPositive {
        receipt = try post(payment, stored, using: accruals.legs(of: stored.id), own)
      } else {
        try session.record(
          paid(payment, deposit.period, deposit.terms, opened: deposit.opened, stored.id, code))
      }
      guard number == deposit.terms.tenor else { return receipt }
      let again = try rollOver(
        stored, holding: receipt?.balance ?? deposit.balance, on: day, note)
      return receipt ?? again
    }
  }

  /// A value date that is paid.
  struct Payment {
    let gross: Rupiah
    /// In which it was earned; nil for the month of payment.
    let months: ClosedRange<BookMonth>?
    let number: Int
    let day: BookDate
    /// Whether it stays on the deposit.
    let isAdded: Bool
  }

  private static func note(_ note: EntryNote, _ deposit: TermDeposit, _ number: Int) -> EntryNote {
    var own = note.under("berjangka/\(deposit.account)/\(deposit.period)/\(number)")
    own.memo = nil
    return own
  }

  /// Posts interest of a deposit and records that it was paid; `accrued` are the legs that stand
  /// for its expense, `note` is the act's.
  private func post(
    _ payment: Payment, _ stored: TermDepositReader.Stored, using accrued: [Posting],
    _ note: EntryNote
  ) throws -> Receipt {
    let deposit = stored.deposit
    let day = payment.day
    let product = try session.catalog.product(id: stored.productID)
    let target = try payment.isAdded ? stored.id : target(of: stored)
    let taken = try tax.due(
      on: payment.gross, earnedIn: payment.months, of: stored.memberID, paidOn: day)
    let tax = taken?.withheld ?? .zero
    let net = try payment.gross - tax
    let entry = try JournalEntry(
      .depositInterest, on: day,
      postings: PostingRules.depositInterest(
        payment.gross, tax: tax, using: accrued, expense: product.interestExpenseAccount,
        to: target, payable: payable(taken)), note: note)
    let outcome = try session.post(entry)
    session.judgement.tell(
      Judgement.Payment(
        account: target, day: day,
        name: Phrase(
          id: "jasa \(deposit.account) \(deposit.memberName) \(day) \(net.formatted)",
          en: "interest of \(deposit.account) \(deposit.memberName) \(day) \(net.formatted)")))
    try remember(payment.gross, payment.months, taken, of: stored, outcome.number, on: day)
    try accruals.record(accrued, of: stored.id, deposit.account, entry: outcome.number, on: day)
    try session.record(
      paid(
        payment, deposit.period, deposit.terms, opened: deposit.opened, stored.id,
        deposit.account, voucher: outcome.number, tax: tax))
    return Receipt(
      entry: outcome.number, kind: .depositInterest, bookDate: day, account: deposit.account,
      member: deposit.member, memberName: deposit.memberName, amount: net,
      deductions: Receipt.Deduction.interestTax(tax),
      balance: try payment.isAdded ? deposit.balance + net : deposit.balance, note: outcome.note,
      isReplay: outcome.isReplay)
  }

  /// The account of tax that was withheld.
  func payable(_ taken: TaxDesk.Settlement?) throws -> AccountID? {
    try taken.map { try session.catalog.account(InterestTaxPass.role($0.rule.article)) }
  }

  /// The event of a value date that was paid, or on which nothing fell due.
  func paid(
    _ payment: Payment, _ period: Int, _ terms: TermDepositTerms, opened: BookDate,
    _ account: AccountID, _ code: AccountCode, voucher: EntryNumber? = nil, tax: Rupiah = .zero
  ) throws -> EventDraft {
    let next = terms.payout.isMonthly ? payment.number + 1 : terms.tenor
    let due =
      payment.number < terms.tenor ? try terms.valueDate(next, of: opened) : nil
    return EventDraft(
      .depositPaid, code.text,
      [
        .insert(
          "depositInterest",
          [
            "account": .integer(account.value), "period": StoredValue(period),
            "number": StoredValue(payment.number), "dueOn": StoredValue(payment.day),
            "nextDue": due.map { StoredValue($0) } ?? .null,
            "voucher": StoredValue(voucher?.value), "gross": StoredValue(payment.gross),
            "tax": StoredValue(tax), "isAdded": StoredValue(payment.isAdded),
          ])
      ])
  }

  /// The account that takes the interest: cash, the savings that were named, or the member's first
  /// sukarela account.
  func target(of stored: TermDepositReader.Stored) throws -> AccountID {
    if stored.deposit.terms.payout == .cash { return try session.catalog.account(.cash) }
    if let named = stored.interestTo, try session.account(named).closedOn == nil { return named }
    guard
      let product = session.catalog.products.first(where: { $0.product.kind == .sukarela })
    else { throw LedgerError.productUnknown("sukarela", known: []) }
    if let open = try lookup.openSavings(of: stored.memberID, in: product.id) { return open }
    return try savings.openAccount(
      savings.holder(stored.deposit.member, in: product), in: product
    ).id
  }

  /// Records to which months interest belongs that was posted now, and the tax that it bore.
  func remember(_ interest: PostedInterest, _ taken: TaxDesk.Settlement?) throws {
    if let taken {
      try session.record(
        TaxDesk(session: session).draft(
          taken, of: interest.member, number: interest.number, entry: interest.entry))
    }
    try savings.recordMonths(of: interest)
  }

  /// The same of a deposit.
  func remember(
    _ gross: Rupiah, _ months: ClosedRange<BookMonth>?, _ taken: TaxDesk.Settlement?,
    of stored: TermDepositReader.Stored, _ entry: EntryNumber, on day: BookDate
  ) throws {
    try remember(
      PostedInterest(
        gross: gross, months: months, day: day, entry: entry, account: stored.id,
        code: stored.deposit.account, member: stored.memberID, number: stored.deposit.member),
      taken)
  }

  // MARK: - Running again

  /// Begins the next period of a deposit that matures today and is rolled over, at the rate of the
  /// day. One whose tenor is not offered any more waits.
  ///
  /// - Returns: The receipt of interest that is paid in advance for it.
  private func rollOver(
    _ stored: TermDepositReader.Stored, holding balance: Rupiah, on day: BookDate,
    _ note: EntryNote
  ) throws -> Receipt? {
    let deposit = stored.deposit
    guard deposit.rollOver != .none, let offer = try lookup.offer(deposit.product, on: day),
      var terms = try? offer.terms(for: balance, tenor: deposit.terms.tenor)
    else { return nil }
    terms.payout = deposit.terms.payout
    return try runAgain(stored, holding: balance, terms, on: day, note)
  }

  /// Begins the next period of a deposit with what is on it; interest in advance is paid at once.
  @discardableResult
  func runAgain(
    _ stored: TermDepositReader.Stored, holding balance: Rupiah, _ terms: TermDepositTerms,
    on day: BookDate, _ note: EntryNote
  ) throws -> Receipt? {
    let code = stored.deposit.account
    try session.record(
      EventDraft(.depositOpened, code.text, [try next(stored, holding: balance, terms, on: day)]))
    for warning in try warnings(of: terms, balance, opened: day) {
      session.judgement.warn(warning.about(code))
    }
    guard terms.payout == .advance else { return nil }
    let again = try lookup.deposit(code)
    let gross = try again.deposit.terms.interest(
      on: again.deposit.principal, opened: day, from: 0, to: again.deposit.maturity)
    guard gross.isPositive else { return nil }
    let payment = Payment(gross: gross, months: nil, number: 0, day: day, isAdded: false)
    let prepaid = Posting.debit(try session.catalog.account(.prepaidInterest), gross)
    let own = Self.note(note, again.deposit, 0)
    return try session.act(own) { try post(payment, again, using: [prepaid], own) }
  }
}
