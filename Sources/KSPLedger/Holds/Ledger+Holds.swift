import GRDB
public import KSPCore

extension Ledger {
  /// Holds savings of a member for a reason (blokir simpanan): nothing is posted, and whatever
  /// would take more than the rest is refused by name (`account.held`), from the first day to the
  /// last.
  ///
  /// Withdrawals, transfers, releases, fees, payments of loans, openings of term deposits and
  /// reversals ask for it; interest, its tax and what comes in do not. A hold for a loan ends by
  /// itself on the day on which nothing is owed any more.
  ///
  /// ```swift
  /// try ledger.hold(
  ///   NewHold(on: AccountCode("SUK-0001"), 500_000, reason: "Sengketa waris", from: today))
  /// ```
  ///
  /// - Parameters:
  ///   - hold: What is held, why, and how long.
  ///   - reference: The caller's key: the same one with the same content returns the first hold.
  ///   - note: Memo and author.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Returns: The hold with its number.
  /// - Throws: `account.unknown`, `account.closed`, `account.ownAct` for a term deposit,
  ///   `amount.notPositive`, `hold.unfit`, `period.closed`, `period.beforeBook`,
  ///   `entry.noteUnacceptable`, `reference.reused`.
  @discardableResult
  public func hold(
    _ hold: NewHold, reference: String? = nil, note: EntryNote = EntryNote(), dryRun: Bool = false
  ) throws(LedgerError) -> SavingsHold {
    try post(dryRun: dryRun) { session in
      try HoldDesk(session: session).add(hold, note: note.keyed(by: reference))
    }
  }

  /// Releases a hold before it ends by itself (lepas blokir): from the day on its savings are free.
  ///
  /// - Parameters:
  ///   - number: The number of the hold.
  ///   - reason: Why; not empty.
  ///   - date: The first day on which it holds no more, in an open month.
  ///   - reference: The caller's key: the same one with the same content is done once.
  ///   - note: Memo and author.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Returns: The hold, released.
  /// - Throws: `hold.unknown`, `hold.over`, `hold.unfit` for a day before it begins,
  ///   `period.closed`, `date.future`, `entry.noteUnacceptable`, `reference.reused`.
  @discardableResult
  public func releaseHold(
    _ number: Int, reason: String, on date: BookDate, reference: String? = nil,
    note: EntryNote = EntryNote(), dryRun: Bool = false
  ) throws(LedgerError) -> SavingsHold {
    try post(dryRun: dryRun) { session in
      try HoldDesk(session: session).release(
        number, reason: reason, on: date, note: note.keyed(by: reference))
    }
  }

  /// The holds on savings by number (daftar blokir).
  ///
  /// - Parameters:
  ///   - member: Whose; nil for all members.
  ///   - date: Those that hold on a day or will later; nil for those that are over as well.
  /// - Returns: The holds.
  /// - Throws: `member.unknown`, and what reading the file can throw.
  public func holds(
    of member: MemberNumber? = nil, on date: BookDate? = nil
  ) throws(LedgerError) -> [SavingsHold] {
    try store.read { db in
      try MemberTable.requireKnown(db, member)
      let reader = HoldReader(db: db)
      let holds = try member.map { try reader.holds(of: $0) } ?? reader.all()
      guard let date else { return holds }
      return holds.filter { $0.endsOn.map { date < $0 } ?? true }
    }
  }

  /// What is held of a member's savings on a day, and what is free (saldo bebas), by account;
  /// accounts of which nothing is held are left out.
  ///
  /// - Parameters:
  ///   - member: The member number.
  ///   - date: The day, at the end of which balances count.
  /// - Returns: The accounts.
  /// - Throws: `member.unknown`, and what reading the file can throw.
  public func heldSavings(
    of member: MemberNumber, on date: BookDate
  ) throws(LedgerError) -> [HeldSavings] {
    try store.read { db in
      try MemberTable.requireKnown(db, member)
      let holds = try HoldReader(db: db).holds(of: member)
      return try Set(holds.map(\.account)).sorted().compactMap { account in
        let balance = try Int64.fetchOne(
          db,
          sql: """
            SELECT sum(p.amount) FROM posting p JOIN account a ON a.id = p.account
            WHERE a.code = ? AND p.bookDate <= ?
            """, arguments: [account.text, date.dayNumber])
        return try HeldSavings(
          account, try Rupiah(sen: balance ?? 0).negated(),
          holds.filter { $0.account == account }, on: date)
      }
    }
  }
}
