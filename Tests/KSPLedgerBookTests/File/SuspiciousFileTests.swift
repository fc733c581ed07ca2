import Foundation
import GRDB
import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// Files whose rules somebody has changed: nothing is posted into them, and reading comes to an
/// end.
@Suite(.hangs) struct SuspiciousFileTests {
  static func change(_ folder: TestFolder, _ sql: String) throws {
    let queue = try DatabaseQueue(path: folder.file())
    try queue.writeWithoutTransaction { db in try db.execute(sql: sql) }
    try queue.close()
  }

  static func replaceMembersByEndlessView(_ folder: TestFolder) throws {
    try change(
      folder,
      """
      PRAGMA foreign_keys = OFF;
      PRAGMA legacy_alter_table = ON;
      ALTER TABLE member RENAME TO memberBefore;
      CREATE VIEW member AS
        WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n)
        SELECT id, CAST(id AS TEXT) AS number, NULL AS leftOn FROM n;
      """)
  }

  static let changes = [
    "DROP TRIGGER entryBeforeUpdate",
    "CREATE TABLE note (x)",
    "CREATE VIEW rich AS SELECT * FROM account",
    "CREATE TRIGGER account AFTER INSERT ON entry BEGIN DELETE FROM backupLog; END",
    "PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = replace(sql, 'ksp:', 'ksp!')"
      + " WHERE name = 'entryBeforeUpdate'",
  ]

  @Test(arguments: changes) func nothingIsPostedAndReadingWarns(_ sql: String) throws {
    let folder = try TestFolder()
    let ledger = try makeBook(folder)
    try ledger.join("0001")
    try ledger.close()
    try Self.change(folder, sql)
    #expect(
      refusal { try Ledger.open(at: folder.file(), clock: standingClock) } == .bookRulesMissing)
    let reader = try Ledger.open(at: folder.file(), access: .readOnly, clock: standingClock)
    #expect(reader.warnings.count == 1)
    #expect(try reader.status().members == 1)
    #expect(try reader.verify().isOK == false)
    try reader.close()
  }

  /// Otherwise every opening would execute the whole schema in memory to compare with it.
  @Test func theSchemaIsReadFromItsText() throws {
    #expect(try Ledger.schemaIsReadAsMade())
  }

  /// ANALYZE and an index that somebody found useful are no reason to stop a cooperative's work.
  @Test func statisticsAlarmNobody() throws {
    let folder = try PostingProcess.template.copy()
    try Self.change(folder, "ANALYZE; CREATE INDEX useful ON entry (recordedAt)")
    let ledger = try Ledger.open(at: folder.file(), clock: standingClock)
    _ = try ledger.deposit(1_000, member: "0001", on: day("2026-01-05"))
    #expect(ledger.warnings.isEmpty)
    try ledger.close()
  }

  @Test func anEndlessViewDoesNotHangTheReader() throws {
    let folder = try PostingProcess.template.copy()
    try Self.replaceMembersByEndlessView(folder)
    let reader = try Ledger.open(at: folder.file(), access: .readOnly, clock: standingClock)
    #expect(reader.warnings.count == 1)
    let start = ContinuousClock.now
    #expect(refusal { try reader.status() } == .bookTooManySteps)
    #expect(ContinuousClock.now - start < .seconds(20))
    // The next question is counted anew.
    #expect(try reader.settings.name == "KSP Uji")
  }
}
