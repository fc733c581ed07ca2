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
  /// - Throws: What `body` throws, or a `LedgerError`.
  public func entries(
    in period: BookPeriod? = nil, _ body: (PostedEntry) throws -> Void
  ) throws {
    var failure: (any Error)?
    try store.read { db in
      let reader = try JournalReader(db, isShared: false)
      let numbers = try SQLStatement(
        db, "SELECT id FROM entry WHERE bookDate BETWEEN ? AND ? ORDER BY bookDate, id",
        isShared: false)
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
}
