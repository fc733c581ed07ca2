import GRDB
import KSPCore

/// The desk of planned savings: what products offer, opening, giving up and paying out.
struct PlannedDesk {
  let session: PostingSession
  var savings: SavingsDesk { SavingsDesk(session: session) }
  var reader: PlannedReader { PlannedReader(session.db) }

  // MARK: - Terms

  /// Sets what a product offers from a month on.
  func set(_ terms: PlannedSavingsTerms, note: EntryNote) throws -> PlannedSavingsTerms {
    let product = try product(terms.product)
    try terms.validate()
    try session.act(note) {
      let draft = EventDraft(
        .plannedTermsSet, terms.product,
        [
          .insert(
            "plannedSavingsTerms",
            [
              ("event", .integer(session.lastEvent + 1)), ("product", .integer(product.id)),
              ("effectiveFrom", StoredValue(terms.effectiveFrom)),
            ] + Self.agreed(terms) + [("least", StoredValue(terms.least))])
        ])
      if let closed = session.catalog.lastClosedMonth, terms.effectiveFrom <= closed,
        try session.recordedAct(note.reference) == nil
      {
        throw LedgerError.periodClosed(
          terms.effectiveFrom.firstDay, open: try session.catalog.openMonth())
      }
      _ = try session.recordOnce(draft, ignoring: ["event"])
    }
    return terms
  }

  /// A product of the kind that planned savings are of.
  func product(_ code: ProductCode) throws -> Catalog.Product {
    try session.catalog.product(code, of: .sukarela) {
      LedgerError.plannedUnfit(
        Phrase(
          id: "\(code) bukan produk jenis sukarela",
          en: "\(code) is no product of the kind sukarela"), advice: .choice(of: $0))
    }
  }

  // MARK: - Opening

  /// Opens an account with planned savings in the month of a day.
  ///
  /// - Returns: The savings; under a known reference those of then.
  func open(_ new: NewPlannedSavings, note: EntryNote) throws -> PlannedSavingsCard {
    if let takeover = new.takeover { return try takeOver(new, takeover, note: note) }
    try session.requirePositive(new.monthly)
    let product = try product(new.product)
    let month = new.openedOn.month
    guard let terms = try reader.terms(of: new.product, for: new.months, in: month) else {
      throw LedgerError.plannedNotOffered(
        new.months, by: new.product, in: month, offers: try reader.terms())
    }
    guard new.monthly >= terms.least else {
      throw LedgerError.depositTooSmall(new.monthly, minimum: terms.least)
    }
    let holder = try savings.holder(new.member, in: product)
    let target = try new.payTo.map { try self.target($0, of: holder) }
    let code = try session.act(note) { () throws -> AccountCode in
      let account = try savings.opening(holder, in: product)
      let id = account.changes[0]["id"]?.integer ?? 0
      let draft = EventDraft(
        .plannedOpened, account.subject,
        account.changes + [row(of: new, id, terms, target)])
      if let reference = note.reference, let known = try session.recordedAct(reference) {
        _ = try session.recordOnce(draft, ignoring: ["id", "account", "code", "ordinal", "event"])
        return AccountCode(stored: try session.storedEvent(known.first)?.subject ?? "")
      }
      try session.days.requireOpen(new.openedOn, kind: .deposit)
      try savings.requireMembership(holder, on: new.openedOn)
      try session.record(draft)
      try session.setLimits(
        of: AccountID(id), lowest: nil, highest: product.widestOverdraft)
      return AccountCode(stored: draft.subject)
    }
    return try card(code, on: new.openedOn)
  }

  /// What was agreed, as it is kept.
  func row(
    of new: NewPlannedSavings, _ account: Int64, _ terms: PlannedSavingsTerms,
    _ target: AccountID?
  ) -> RowChange {
    .insert(
      "plannedSavings",
      [
        ("account", .integer(account)), ("event", .integer(session.lastEvent + 1)),
        ("savedFrom", StoredValue(new.openedOn.month)), ("monthly", StoredValue(new.monthly)),
      ] + Self.agreed(terms) + [
        ("payTo", StoredValue(target?.value)),
        ("takenOverOn", new.takeover.map { StoredValue($0.asOf) } ?? .null),
        ("interestBefore", StoredValue(new.takeover?.interest ?? .zero)),
      ])
  }

  /// What terms and the savings that keep them have in common.
  private static func agreed(_ terms: PlannedSavingsTerms) -> [(String, StoredValue)] {
    [
      ("plannedMonths", StoredValue(terms.months)),
      ("rateBillionths", .integer(terms.rate.billionths)),
      ("rateBasis", .text(terms.rate.basis.rawValue)),
      ("lapsedBillionths", .integer(terms.lapsedRate.billionths)),
      ("lapsedBasis", .text(terms.lapsedRate.basis.rawValue)),
      ("misses", StoredValue(terms.misses)),
    ]
  }

  /// The savings that receive what is paid out: open, withdrawable and of the same member.
  func target(_ code: AccountCode, of holder: SavingsHolder) throws -> AccountID {
    let account = try session.account(code)
    guard let owned = account.savings else { throw LedgerError.accountUnknown(code.text) }
    let product = try session.catalog.product(id: owned.product)
    try savings.requireFree(product)
    if let closed = account.closedOn { throw LedgerError.accountClosed(code, on: closed) }
    let isOwn = try savings.holder(holder.number, in: product).accounts.contains {
      $0.id == account.id
    }
    guard isOwn, product.product.kind == .sukarela, try reader.savings(of: account.id) == nil else {
      throw LedgerError.plannedUnfit(
        Phrase(
          id: "\(code) bukan simpanan sukarela biasa anggota itu",
          en: "\(code) is no ordinary voluntary savings of that member"))
    }
    return account.id
  }

  // MARK: - Ending

  /// Gives savings up from the month of a day on: what they hold stays, free to be taken.
  func end(
    _ code: AccountCode, reason: String, on date: BookDate, note: EntryNote
  ) throws -> PlannedSavingsCard {
    guard reason.isUsableText else { throw LedgerError.noteUnacceptable(reason) }
    let account = try session.account(code)
    try session.act(note) {
      let draft = EventDraft(
        .plannedEnded, code.text,
        [
          .insert(
            "plannedSavingsEnd",
            [
              "account": .integer(account.id.value), "event": .integer(session.lastEvent + 1),
              "plannedEndedOn": StoredValue(date), "reason": .text(reason), "entry": .null,
            ])
        ])
      if try session.recordedAct(note.reference) != nil {
        _ = try session.recordOnce(draft, ignoring: ["event"])
        return
      }
      let card = try card(code, on: date)
      guard card.isLocked, card.savings.ending == nil else {
        throw LedgerError.plannedOver(code, on: card.savings.ending?.day ?? date)
      }
      guard date >= card.savings.firstMonth.firstDay else {
        throw LedgerError.plannedUnfit(
          Phrase(
            id: "\(date) mendahului bulan pertamanya", en: "\(date) is before its first month"))
      }
      try session.days.requireOpen(date, kind: .transfer)
      try session.record(draft)
    }
    return try card(code, on: date)
  }

  /// Pays savings out to where they go, once they have matured: all that they hold.
  func pay(_ code: AccountCode, on date: BookDate, note: EntryNote) throws -> Receipt {
    let account = try session.account(code)
    let card = try card(code, on: date)
    guard let owned = account.savings, let payTo = card.savings.payTo else {
      throw LedgerError.plannedOver(code, on: try card.savings.maturity())
    }
    let target = try session.account(payTo)
    let isKnown = try session.recordedAct(note.reference) != nil
    let amount = try isKnown ? paid(card.savings, account.id) : card.balance
    if !isKnown { try requireMatured(card, target, on: date) }
    return try session.act(note) {
      let entry = try JournalEntry(
        .plannedPayment, on: date,
        postings: PostingRules.transfer(amount, from: account.id, to: target.id), note: note)
      let outcome = try session.post(entry) {
        try session.requireFunds(
          amount, in: SavingsAccountState(account, product: owned.product), on: date,
          under: session.catalog.product(id: owned.product).terms(in: date.month),
          keepsMinimum: false)
      }
      if !outcome.isReplay {
        try session.record(
          EventDraft(
            .plannedPaid, code.text,
            [
              .insert(
                "plannedSavingsEnd",
                [
                  "account": .integer(account.id.value),
                  "event": .integer(session.lastEvent + 1),
                  "plannedEndedOn": StoredValue(date), "reason": .null,
                  "entry": .integer(outcome.number.value),
                ])
            ]))
      }
      let balance = try session.balance(of: account.id, on: date, upTo: outcome.number)
      var receipt = Receipt(
        entry: outcome.number, kind: .plannedPayment, bookDate: date, account: code,
        member: owned.member, memberName: owned.memberName, amount: amount, balance: balance.onDay,
        laterBalance: balance.overall, note: outcome.note, isReplay: outcome.isReplay)
      receipt.counterpart = Receipt.Counterpart(
        code: payTo, name: Phrase(id: owned.memberName, en: owned.memberName))
      return receipt
    }
  }

  private func requireMatured(
    _ card: PlannedSavingsCard, _ target: AccountState, on date: BookDate
  ) throws {
    let savings = card.savings
    switch card.state {
    case .matured: break
    case .running: throw LedgerError.plannedLocked(savings.account, until: try savings.maturity())
    case .closed:
      throw LedgerError.accountClosed(savings.account, on: savings.closedOn ?? date)
    case .lapsed, .ended, .over, .paid:
      throw LedgerError.plannedOver(savings.account, on: savings.ending?.day ?? date)
    }
    if let closed = target.closedOn { throw LedgerError.accountClosed(target.code, on: closed) }
  }

  /// What a voucher paid out.
  private func paid(_ savings: PlannedSavings, _ account: AccountID) throws -> Rupiah {
    guard let entry = savings.ending?.entry else { return .zero }
    return try session.postings(of: entry).filter { $0.account == account }.map(\.amount).sum()
  }

  /// Pays out what has matured up to a day and can be paid, each on its maturity or on the first
  /// day that is open; what is refused stays for the month end to name.
  func payDue(through day: BookDate, note: EntryNote) throws {
    for (date, account) in try due(through: day) {
      var own = note.under("berencana/\(account)")
      own.memo = nil
      _ = try TriedAct(session: session).run { session in
        try PlannedDesk(session: session).pay(account, on: date, note: own)
      }
    }
  }

  /// What has matured up to a day and waits, with the days on which it is paid.
  private func due(through day: BookDate) throws -> [(BookDate, AccountCode)] {
    let first = try session.catalog.openMonth().firstDay
    return try reader.cards(on: day, closedThrough: session.catalog.lastClosedMonth)
      .filter { $0.state == .matured && $0.balance.isPositive }
      .map { (max(first, try $0.savings.maturity()), $0.savings.account) }
  }

  func card(_ code: AccountCode, on date: BookDate) throws -> PlannedSavingsCard {
    let account = try session.account(code)
    guard let found = try reader.savings(of: account.id) else {
      throw LedgerError.plannedUnknown(code)
    }
    return try reader.card(
      found, account.id, on: date, closedThrough: session.catalog.lastClosedMonth)
  }
}
