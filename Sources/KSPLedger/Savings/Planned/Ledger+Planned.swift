import GRDB
public import KSPCore

extension Ledger {
  /// Sets what a product offers to those who save a fixed amount every month for a term (syarat
  /// simpanan berencana), from a month on. What runs keeps what was agreed.
  ///
  /// - Parameters:
  ///   - terms: The term, its rates, and after how many misses it lapses.
  ///   - reference: The caller's key: the same one with the same content is done once.
  ///   - note: Memo and author.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Returns: The terms.
  /// - Throws: `product.unknown`, `planned.unfit`, `amount.notPositive`, `period.closed`,
  ///   `reference.reused`.
  @discardableResult
  public func setPlannedSavings(
    _ terms: PlannedSavingsTerms, reference: String? = nil, note: EntryNote = EntryNote(),
    dryRun: Bool = false
  ) throws(LedgerError) -> PlannedSavingsTerms {
    try changeCatalog(dryRun: dryRun) { session in
      try PlannedDesk(session: session).set(terms, note: note.keyed(by: reference))
    }
  }

  /// What products offer for planned savings, by product, in the order in which it was set.
  ///
  /// - Returns: The terms, also those that hold no more.
  /// - Throws: What reading the file can throw.
  public func plannedSavingsTerms() throws(LedgerError) -> [PlannedSavingsTerms] {
    try store.read { db in try PlannedReader(db).terms() }
  }

  /// Opens planned savings (buka simpanan berencana): an account of its own, with the rates that
  /// the product offers for the term.
  ///
  /// Deposits and standing orders bring whole months, oldest first; nothing is taken before the
  /// maturity. Each month earns the rate that was agreed. Who is behind by as many months as the
  /// terms allow when a month is closed has ordinary savings from then on, at the lower rate of the
  /// term until it is over. At maturity the month end pays it to `payTo`, or it stays.
  ///
  /// ```swift
  /// try ledger.openPlannedSavings(
  ///   NewPlannedSavings(
  ///     of: "0001", in: "berencana", 100_000, months: 12, on: today,
  ///     payTo: AccountCode("SUK-0001")))
  /// ```
  ///
  /// - Parameters:
  ///   - new: Who saves what, how long, and where it goes.
  ///   - reference: The caller's key: the same one with the same content returns the first.
  ///   - note: Memo and author.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Returns: The savings as they stand.
  /// - Throws: `member.unknown`, `member.left`, `product.unknown`, `planned.unfit`,
  ///   `savings.depositTooSmall`, `account.unknown`, `account.closed`, `amount.notPositive`,
  ///   `period.closed`, `reference.reused`.
  @discardableResult
  public func openPlannedSavings(
    _ new: NewPlannedSavings, reference: String? = nil, note: EntryNote = EntryNote(),
    dryRun: Bool = false
  ) throws(LedgerError) -> PlannedSavingsCard {
    try post(dryRun: dryRun) { session in
      try PlannedDesk(session: session).open(new, note: note.keyed(by: reference))
    }
  }

  /// Gives planned savings up (hentikan simpanan berencana): from the month of the day on they are
  /// ordinary savings at the lower rate of the term, and can be taken.
  ///
  /// - Parameters:
  ///   - account: The account.
  ///   - reason: Why; not empty.
  ///   - date: The day, in an open month.
  ///   - reference: The caller's key: the same one with the same content is done once.
  ///   - note: Memo and author.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Returns: The savings as they stand.
  /// - Throws: `account.unknown`, `planned.unknown`, `planned.over`, `planned.unfit`,
  ///   `period.closed`, `entry.noteUnacceptable`, `reference.reused`.
  @discardableResult
  public func endPlannedSavings(
    _ account: AccountCode, reason: String, on date: BookDate, reference: String? = nil,
    note: EntryNote = EntryNote(), dryRun: Bool = false
  ) throws(LedgerError) -> PlannedSavingsCard {
    try post(dryRun: dryRun) { session in
      try PlannedDesk(session: session).end(
        account, reason: reason, on: date, note: note.keyed(by: reference))
    }
  }

  /// Pays planned savings that have matured to the savings that they go to; the end of the month
  /// does so too, where nobody did.
  ///
  /// - Parameters:
  ///   - account: The account.
  ///   - date: The day, not before the maturity.
  ///   - reference: The caller's key: the same one with the same content returns the first receipt.
  ///   - note: Memo and author.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Returns: The receipt.
  /// - Throws: `account.unknown`, `account.closed`, `account.held`, `planned.unknown`,
  ///   `planned.locked` before the maturity, `planned.over`, `period.closed`, `date.future`,
  ///   `reference.reused`, `reference.reversed`.
  @discardableResult
  public func payPlannedSavings(
    _ account: AccountCode, on date: BookDate, reference: String? = nil,
    note: EntryNote = EntryNote(), dryRun: Bool = false
  ) throws(LedgerError) -> Receipt {
    try post(dryRun: dryRun) { session in
      try PlannedDesk(session: session).pay(account, on: date, note: note.keyed(by: reference))
    }
  }

  /// Planned savings as they stand on a day, by product and account (daftar simpanan berencana).
  ///
  /// - Parameters:
  ///   - member: Whose; nil for all members.
  ///   - date: The day.
  /// - Returns: A card for each, with months that are paid and months that are not.
  /// - Throws: `member.unknown`, `amount.overflow`, and what reading the file can throw.
  public func plannedSavings(
    of member: MemberNumber? = nil, on date: BookDate
  ) throws(LedgerError) -> [PlannedSavingsCard] {
    try store.read { db in
      try MemberTable.requireKnown(db, member)
      return try PlannedReader(db).cards(
        of: member, on: date, closedThrough: try catalog(db).lastClosedMonth)
    }
  }

  /// How many planned savings run today, who is behind, and what matures in the next 30 days or
  /// waits to be paid out; nil where there is none.
  ///
  /// - Throws: `amount.overflow`, and what reading the file can throw.
  public func plannedSavingsAhead() throws(LedgerError) -> BookStatus.Terms? {
    let today = try today()
    return try store.read { db in
      guard try db.hasRow("plannedSavings") else { return nil }
      let cards = try PlannedReader(db).cards(
        on: today, closedThrough: try catalog(db).lastClosedMonth
      ).filter(\.isLocked)
      guard !cards.isEmpty else { return nil }
      let until = try today.adding(days: BookStatus.Terms.daysAhead)
      let maturing = cards.filter { $0.maturity <= until }
      let behind = cards.filter { $0.state == .running && $0.missed > 0 }
      return BookStatus.Terms(
        running: cards.count, until: until, maturing: maturing.count,
        amount: try maturing.map(\.balance).sum(), behind: behind.count,
        owed: try behind.map(\.owed).sum())
    }
  }

  /// The planned savings of one account as they stand on a day (kartu simpanan berencana).
  ///
  /// - Throws: `account.unknown`, `planned.unknown`.
  public func plannedSavings(
    _ account: AccountCode, on date: BookDate
  ) throws(LedgerError) -> PlannedSavingsCard {
    try store.read { db in
      let reader = PlannedReader(db)
      guard
        let id = try Int64.fetchOne(
          db, sql: "SELECT id FROM account WHERE code = ?", arguments: [account.text])
      else { throw LedgerError.accountUnknown(account.text) }
      guard let found = try reader.savings(of: AccountID(id)) else {
        throw LedgerError.plannedUnknown(account)
      }
      return try reader.card(
        found, AccountID(id), on: date, closedThrough: try catalog(db).lastClosedMonth)
    }
  }
}
