import GRDB
import KSPCore

/// Brings a book of an earlier version up to the newest schema.
///
/// `CONTRIBUTING.md` says how a step is added. A book that is only read is not touched.
package struct Migration {
  /// The statements that turn a book of the version before into one of a version; version 2 first.
  private let steps: [String]

  /// The steps of this program, and invented ones behind them.
  package init(and invented: [String] = []) {
    steps = [Schema.secondStep] + invented
  }

  /// The version that the last step leads to.
  var version: Int64 { 1 + Int64(steps.count) }

  static func version(_ db: Database) throws -> Int64 {
    try Int64.fetchOne(db, sql: "PRAGMA user_version") ?? 0
  }

  /// Takes the steps that the book in a file still lacks, as opening it for writing does.
  package func migrate(bookAt path: String) throws {
    let log = LogKeeper()
    try withExtendedLifetime(log) {
      let queue = try BookConnection.writing(path, isNew: false, log: log)
      defer { try? queue.close() }
      try migrate(queue)
    }
  }

  /// Takes the steps that a book still lacks, in one transaction: all of them or none.
  func migrate(_ queue: DatabaseQueue) throws {
    try queue.writeWithoutTransaction { db in
      guard try Migration.version(db) < version else { return }
      try db.inTransaction(.immediate) {
        let known = try Migration.version(db)
        guard known >= 1 else { throw LedgerError.invariantBroken("user_version \(known)") }
        for step in steps.dropFirst(Int(known) - 1) { try db.execute(sql: step) }
        try db.execute(sql: "PRAGMA user_version = \(version)")
        return .commit
      }
    }
  }
}
