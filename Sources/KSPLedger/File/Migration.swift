import GRDB
import KSPCore

/// Brings a book of an earlier version up to the newest schema.
enum Migration {
  /// Everything that a book of a version holds, as it is executed.
  static func schema(version: Int64) -> String {
    version >= 2 ? SchemaV1.sql + "\n" + SchemaV2.sql : SchemaV1.sql
  }

  static func version(_ db: Database) throws -> Int64 {
    try Int64.fetchOne(db, sql: "PRAGMA user_version") ?? 0
  }

  /// Adds what is missing, in one transaction: wholly or not at all. Of what is there only modal
  /// penyertaan changes, which gets its role.
  static func migrate(_ queue: DatabaseQueue, now: Timestamp) throws {
    try queue.writeWithoutTransaction { db in
      guard try version(db) < BookFile.schemaVersion else { return }
      try db.inTransaction(.immediate) {
        try db.execute(sql: SchemaV2.sql)
        try nameParticipationCapital(db)
        try LoanSetup(db: db, now: now).install()
        try db.execute(sql: "PRAGMA user_version = \(BookFile.schemaVersion)")
        return .commit
      }
    }
  }

  /// Gives the account of modal penyertaan of the standard chart the role that version 1 did not
  /// know; the rule that holds roles fast is lifted for it and put back as it was.
  private static func nameParticipationCapital(_ db: Database) throws {
    let rule = try String.fetchOne(
      db, sql: "SELECT sql FROM sqlite_master WHERE name = 'accountBeforeUpdate'")
    guard let rule else { throw LedgerError.invariantBroken("accountBeforeUpdate") }
    try db.execute(sql: "DROP TRIGGER accountBeforeUpdate")
    try db.execute(
      sql: """
        UPDATE account SET role = ? WHERE code = '3-1200' AND type = 'equity' AND role IS NULL
          AND nameIndonesian = 'Modal penyertaan'
        """, arguments: [AccountRole.participation.rawValue])
    try db.execute(sql: rule)
  }

  /// Lets an older book be read as it is: what it does not hold yet is empty.
  static func prepareReading(_ db: Database) throws {
    guard try version(db) < BookFile.schemaVersion else { return }
    try db.execute(sql: SchemaV2.temporaryTables)
    // Temporary tables refer to those of the book, which foreign keys do not reach; nothing is
    // written, so nothing has to be checked.
    try db.execute(sql: "PRAGMA foreign_keys = OFF")
  }
}
