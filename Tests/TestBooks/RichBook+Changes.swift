package import GRDB
package import KSPLedger
package import KSPTestSupport

extension RichBook {
  /// A copy of the book, and a connection to it without the library.
  package static func prepared() throws -> (TestFolder, DatabaseQueue) {
    let folder = try template.copy()
    return (folder, try DatabaseQueue(path: folder.file()))
  }

  /// The checks that fail on the book of a folder.
  package static func failures(_ folder: TestFolder) throws -> [VerificationReport.Check] {
    let ledger = try Ledger.open(at: folder.file(), access: .readOnly, clock: standingClock)
    defer { try? ledger.close() }
    return try ledger.verify().checks.filter { $0.count > 0 }
  }

  /// Changes a copy with the rules of the file taken away and put back word by word, and says which
  /// checks fail then.
  package static func failures(after sql: String) throws -> [VerificationReport.Check] {
    let (folder, queue) = try prepared()
    try change(queue, sql)
    return try failures(folder)
  }

  /// Runs a change with the rules of the file taken away, and puts them back.
  ///
  /// Triggers are rows of the schema, and are lifted and put back as such: to drop and make hundreds
  /// of them takes longer than what is tried.
  package static func change(_ queue: DatabaseQueue, _ sql: String) throws {
    try queue.writeWithoutTransaction { db in
      try db.execute(
        sql: """
          PRAGMA foreign_keys = OFF;
          PRAGMA ignore_check_constraints = ON;
          PRAGMA writable_schema = ON;
          CREATE TEMP TABLE rule AS SELECT * FROM main.sqlite_master WHERE type = 'trigger';
          DELETE FROM main.sqlite_master WHERE type = 'trigger';
          PRAGMA writable_schema = RESET;
          """)
      try db.execute(sql: sql)
      try db.execute(
        sql: """
          PRAGMA writable_schema = ON;
          INSERT INTO main.sqlite_master SELECT * FROM temp.rule;
          PRAGMA writable_schema = RESET;
          """)
    }
    try queue.close()
  }
}
