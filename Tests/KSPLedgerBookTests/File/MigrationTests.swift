import Foundation
import GRDB
import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// Later versions of the schema, tried with an invented version 3; and books of the trial versions.
@Suite struct MigrationTests {
  /// A table, and a column with a rule, as a later version may bring them.
  private static let third = """
    CREATE TABLE branch (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
    ALTER TABLE holiday ADD COLUMN note TEXT;
    """

  private static func tables(_ folder: TestFolder) throws -> Set<String> {
    Set(try BookContent(folder).tables.keys)
  }

  @Test func aStepIsTakenOnce() throws {
    let folder = try TestFolder()
    try makeBook(folder).close()
    let migration = Migration(and: [Self.third])
    try migration.migrate(bookAt: folder.file())
    #expect(try folder.schemaVersion() == 3)
    #expect(try Self.tables(folder).contains("branch"))
    // A second time there is nothing to do: the table would be there already.
    try migration.migrate(bookAt: folder.file())
    #expect(try folder.schemaVersion() == 3)
    // The program of version 2 leaves the book of version 3 alone.
    for access in [Ledger.Access.readOnly, .readWrite] {
      #expect(
        refusal { _ = try Ledger.open(at: folder.file(), access: access, clock: standingClock) }
          == .bookNewer)
    }
  }

  @Test func stepsFollowOneAnother() throws {
    let folder = try TestFolder()
    try makeBook(folder).close()
    let fourth = "ALTER TABLE branch ADD COLUMN town TEXT"
    try Migration(and: [Self.third]).migrate(bookAt: folder.file())
    try Migration(and: [Self.third, fourth]).migrate(bookAt: folder.file())
    #expect(try folder.schemaVersion() == 4)
    let fresh = try TestFolder()
    try makeBook(fresh).close()
    try Migration(and: [Self.third, fourth]).migrate(bookAt: fresh.file())
    #expect(try fresh.schemaVersion() == 4)
  }

  @Test func aStepHappensWhollyOrNotAtAll() throws {
    let folder = try TestFolder()
    try makeBook(folder).close()
    let before = try BookContent(folder)
    let failing = Self.third + "INSERT INTO branch VALUES ('no number', 'x');"
    #expect(throws: DatabaseError.self) {
      try Migration(and: [failing]).migrate(bookAt: folder.file())
    }
    #expect(try folder.schemaVersion() == 2)
    #expect(try BookContent(folder) == before)
    let ledger = try Ledger.open(at: folder.file(), clock: standingClock)
    #expect(try ledger.verify().isOK)
  }

  /// `Tests/Data/books` holds a book that the first trial version made.
  @Test func aBookOfATrialVersionIsRefusedAsSuch() throws {
    let folder = try TestFolder()
    let trial = packageFolder.appendingPathComponent("Tests/Data/books/ksp-1.ksp")
    try FileManager.default.copyItem(atPath: trial.path, toPath: folder.file())
    for access in [Ledger.Access.readOnly, .readWrite] {
      #expect(
        refusal { _ = try Ledger.open(at: folder.file(), access: access, clock: standingClock) }
          == .bookOfTrial)
    }
    #expect(
      FileManager.default.contentsEqual(atPath: trial.path, andPath: folder.file()))
  }
}
