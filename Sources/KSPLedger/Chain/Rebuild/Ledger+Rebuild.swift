import GRDB
public import KSPCore

extension Ledger {
  /// Makes a new book from the chain of a damaged one (bangun-ulang).
  ///
  /// Events keep their numbers and hashes, so an undamaged book comes out with the same head hash
  /// and the same statements. Tables of state, balances and limits are written from the chain;
  /// evidence of closed months and personal data are taken over where they fit their digests, and
  /// evidence that does not is computed again. The chain is carried up to the first event that does
  /// not verify. The new book is verified before it gets its name.
  ///
  /// - Parameters:
  ///   - damaged: The old book; it is only read.
  ///   - path: Where no file is yet.
  ///   - clock: Tells the time; nothing is recorded by it.
  ///   - progress: Hears what is done and how far it has come.
  /// - Returns: What was carried, and what was not.
  /// - Throws: `book.exists` when there is a file at the path, `book.missing`, `book.notABook`,
  ///   `book.folderMissing`, `book.damaged` when not even the first event can be read, `disk.full`.
  public static func rebuild(
    from damaged: String, to path: String, clock: @escaping Clock = Ledger.systemClock,
    progress: ((StageProgress) -> Void)? = nil
  ) throws(LedgerError) -> RebuildReport {
    try BookFile.requireUsableName(path)
    let source = try Store(
      Store.Opening(path: damaged, isReadOnly: true, isInspection: true), clock: clock)
    defer { try? source.close() }
    var finished: RebuildReport?
    do {
      try WholeFile.write(to: path, replacing: false, mode: 0o600) { unfinished in
        let report = try source.read { db in
          do {
            return try Ledger.rebuild(from: db, damaged, to: unfinished, progress: progress)
          } catch let error as DatabaseError where error.isFull(unfinished) {
            // It is the new book that has no room, and not the one that is being read.
            throw LedgerError.diskFull(path)
          }
        }
        let copy = try Ledger.unfinished(unfinished, named: path, clock: clock)
        finished = report(try copy.verify(progress: progress))
        try copy.close()
      }
    } catch {
      throw LedgerError(wrapping: error, path: path)
    }
    guard let finished else { throw .invariantBroken("rebuild") }
    return finished
  }

  private static func rebuild(
    from source: Database, _ damaged: String, to path: String,
    progress: ((StageProgress) -> Void)?
  ) throws -> (VerificationReport) -> RebuildReport {
    let total = try unlessDamaged { try Int.fetchOne(source, sql: "SELECT count(*) FROM chain") }
    let stage = Phrase(id: "peristiwa dibawa", en: "events carried")
    var configuration = Configuration()
    configuration.prepareDatabase { db in
      // A file that nobody knows yet needs no journal on the disk: it is synced once, at the end.
      try db.execute(
        sql: """
          PRAGMA journal_mode = MEMORY;
          PRAGMA synchronous = OFF;
          PRAGMA recursive_triggers = ON;
          PRAGMA cache_size = -65536;
          """)
    }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    let report = try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
      try db.execute(sql: "PRAGMA user_version = \(Schema.version)")
      var report: ((VerificationReport) -> RebuildReport)?
      try db.inTransaction(.immediate) {
        try db.execute(sql: Schema.sql)
        let made = try Rebuilder(from: source, to: db).run { done in
          progress?(StageProgress(stage, done: done, total: total.flatMap(\.self) ?? done))
        }
        guard try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM book)") == true else {
          throw LedgerError.bookDamaged(damaged, reason: "#1")
        }
        report = made
        return .commit
      }
      guard let report else { throw LedgerError.invariantBroken("rebuild") }
      return report
    }
    try queue.close()
    return report
  }
}

extension DatabaseError {
  /// Whether it comes from a disk without room for a file that is being written.
  fileprivate func isFull(_ path: String) -> Bool {
    let primary = resultCode.primaryResultCode
    return primary == .SQLITE_FULL || (primary == .SQLITE_IOERR && isOnFullDisk(path))
  }
}
