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

  /// The entries of the act that carries a reference, in order: none where there is no such act,
  /// several where it posted several, such as a joining with its deposits.
  ///
  /// - Throws: What reading the file can throw.
  public func entries(reference: String) throws(LedgerError) -> [PostedEntry] {
    try store.read { db in
      let act = try RecordedAct(db, shared.memory, reference: reference)
      let reader = try JournalReader(db)
      return try act?.entries.compactMap { try reader.entry($0.number) } ?? []
    }
  }

  /// The entries that are asked for, by book date and then by number, in flat memory.
  ///
  /// - Parameters:
  ///   - query: Which; without arguments, all of them.
  ///   - asRecordedThrough: Leaves out what was recorded after this point; nil for everything.
  ///   - body: Gets each entry.
  /// - Throws: What `body` throws, or a `LedgerError` such as `known.beyond`, `member.unknown`,
  ///   `account.unknown` and `author.unknown`.
  public func entries(
    _ query: EntryQuery = EntryQuery(), asRecordedThrough: KnowledgePoint? = nil,
    _ body: (PostedEntry) throws -> Void
  ) throws {
    let error = CallersError()
    try error.comingOut {
      try store.read { db in
        let state = try knownState(db, at: asRecordedThrough)
        let reader = try JournalReader(db, isShared: false, state: state)
        try Authors.require(query.recordedBy, db, officers: catalog(db).officers)
        let numbers = try EntrySearch(db, query, through: state.entry).numbers()
        while try numbers.step() {
          guard let entry = try reader.entry(EntryNumber(numbers.int64(0))) else { continue }
          try error.noting { try body(entry) }
        }
      }
    }
  }

  /// Posts an entry written by hand (jurnal umum).
  ///
  /// - Throws: `entry.tooFewLegs`, `entry.zeroLeg`, `entry.unbalanced`, `account.unknown`,
  ///   `account.notPostable`, `account.closed`, `account.overdraft`, `period.closed`,
  ///   `period.beforeBook`, `reference.reused`, `reference.reversed`.
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
  ///   - reference: The caller's key: the same one with the same content is done once.
  ///   - note: Memo and author.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Returns: The receipt of the reversal.
  /// - Throws: `entry.unknown`, `entry.alreadyReversed`, `entry.notReversible` for month-end
  ///   vouchers, exits and reversals, `entry.reversalBefore`, `date.future`, `loan.laterEvents`,
  ///   `loan.reversalDate`, `period.closed`,
  ///   `account.overdraft` when the money has been spent, `account.closed`.
  public func reverse(
    _ number: EntryNumber, on date: BookDate? = nil, reference: String? = nil,
    note: EntryNote = EntryNote(),
    dryRun: Bool = false
  ) throws(LedgerError) -> Receipt {
    try post(dryRun: dryRun) { session in
      try JournalDesk(session: session).reverse(number, on: date, note: note.keyed(by: reference))
    }
  }
}
