import GRDB
public import KSPCore

extension Ledger {
  /// One entry with its legs.
  ///
  /// - Throws: `entry.unknown`.
  public func entry(_ number: EntryNumber) throws(LedgerError) -> PostedEntry {
    try store.read { db in
      let reader = try JournalReader(db)
      guard let entry = try reader.entry(number) else { throw LedgerError.entryUnknown(number) }
      return entry
    }
  }

  /// The entries of a period, or all of them, by book date and then by number, in flat memory.
  ///
  /// - Parameters:
  ///   - period: The days; nil for all.
  ///   - knownAt: Leaves out what was recorded after this point; nil for everything.
  ///   - body: Gets each entry.
  /// - Throws: What `body` throws, or a `LedgerError` such as `known.beyond`.
  public func entries(
    in period: BookPeriod? = nil, knownAt: KnowledgePoint? = nil,
    _ body: (PostedEntry) throws -> Void
  ) throws {
    var failure: (any Error)?
    try store.read { db in
      let state = try knownState(db, at: knownAt)
      let reader = try JournalReader(db, isShared: false, state: state)
      let numbers = try SQLStatement(
        db, "SELECT id FROM entry WHERE bookDate BETWEEN ? AND ? AND id <= ? ORDER BY bookDate, id",
        isShared: false)
      numbers.bind(state.entry, at: 3)
      numbers.bind(period.map { Int64($0.first.dayNumber) } ?? .min, at: 1)
      numbers.bind(period.map { Int64($0.last.dayNumber) } ?? .max, at: 2)
      while try numbers.step() {
        guard let entry = try reader.entry(EntryNumber(numbers.int64(0))) else { continue }
        do {
          try body(entry)
        } catch {
          failure = error
          return
        }
      }
    }
    if let failure { throw failure }
  }

  /// Posts an entry written by hand (jurnal umum).
  ///
  /// - Throws: `entry.tooFewLegs`, `entry.zeroLeg`, `entry.unbalanced`, `account.unknown`,
  ///   `account.notPostable`, `account.closed`, `account.overdraft`, `period.closed`,
  ///   `period.beforeBook`, `reference.reused`.
  public func post(_ entry: ManualEntry, dryRun: Bool = false) throws(LedgerError) -> Receipt {
    try post(dryRun: dryRun) { session in try JournalDesk(session: session).post(entry) }
  }

  /// Reverses an entry by its mirror image in an open month (jurnal balik); once per entry.
  ///
  /// It is dated like the entry, or where that month is closed on the first day that is open: the
  /// balance is then on every open day what it would be without the entry. An entry of a loan takes
  /// no other day; any other entry may be reversed later, never earlier.
  ///
  /// - Parameters:
  ///   - number: The entry.
  ///   - date: The day; nil for the day above.
  ///   - note: Reference, memo and author.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Returns: The receipt of the reversal.
  /// - Throws: `entry.unknown`, `entry.alreadyReversed`, `entry.notReversible` for month-end
  ///   vouchers, exits and reversals, `entry.reversalBefore`, `date.future`, `loan.laterEvents`,
  ///   `loan.reversalDate`, `period.closed`,
  ///   `account.overdraft` when the money has been spent, `account.closed`.
  public func reverse(
    _ number: EntryNumber, on date: BookDate? = nil, note: EntryNote = EntryNote(),
    dryRun: Bool = false
  ) throws(LedgerError) -> Receipt {
    try post(dryRun: dryRun) { session in
      try JournalDesk(session: session).reverse(number, on: date, note: note)
    }
  }
}
