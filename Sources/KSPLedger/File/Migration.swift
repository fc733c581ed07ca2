import GRDB
import KSPCore

/// Brings a book of an earlier version up to the newest schema.
///
/// No version but the first has been released, so there are no steps yet; `CONTRIBUTING.md` says
/// how one is added. A book that is only read is not touched.
struct Migration {
  /// What turns a book of the version before into one of a version.
  struct Step {
    /// The statements that change the schema and the rows.
    let sql: String
  }

  /// Version 2 first.
  var steps: [Step] = []

  /// The version that the last step leads to.
  var version: Int64 { 1 + Int64(steps.count) }

  static func version(_ db: Database) throws -> Int64 {
    try Int64.fetchOne(db, sql: "PRAGMA user_version") ?? 0
  }

  /// Takes the steps that a book still lacks, in one transaction: all of them or none.
  func migrate(_ queue: DatabaseQueue) throws {
    try queue.writeWithoutTransaction { db in
      guard try Migration.version(db) < version else { return }
      try db.inTransaction(.immediate) {
        let known = try Migration.version(db)
        guard known >= 1 else { throw LedgerError.invariantBroken("user_version \(known)") }
        for step in steps.dropFirst(Int(known) - 1) { try db.execute(sql: step.sql) }
        try db.execute(sql: "PRAGMA user_version = \(version)")
        return .commit
      }
    }
  }
}
