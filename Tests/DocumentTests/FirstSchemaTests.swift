import Foundation
import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// Books of version 1 of the schema, which 0.1.0-rc made, and the step to version 2.
@Suite struct FirstSchemaTests {
  /// A book of version 1 is read as it is, and proved by the rules of its version.
  @Test func aBookOfVersion1IsReadAsItIs() throws {
    let folder = try firstBook()
    let before = try Data(contentsOf: URL(fileURLWithPath: folder.file()))
    let ledger = try Ledger.open(at: folder.file(), access: .readOnly, clock: standingClock)
    let proof = try ledger.verify()
    #expect(proof.isOK, "\(proof.checks.filter { $0.count > 0 })")
    try ledger.close()
    #expect(try folder.schemaVersion() == 1)
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.file())) == before)
  }

  /// The step to version 2 changes rules and no row, and who is reading goes on.
  @Test func theStepToVersion2ChangesNoRow() throws {
    let folder = try firstBook()
    let before = try BookContent(folder)
    let reader = try Ledger.open(at: folder.file(), access: .readOnly, clock: standingClock)
    let status = try reader.status()
    try Ledger.open(at: folder.file(), clock: standingClock).close()
    #expect(try folder.schemaVersion() == 2)
    #expect(try BookContent(folder) == before)
    #expect(try reader.status() == status)
    #expect(try reader.verify().isOK)
    // The rules are those of a book that is made now, or it would not open.
    let ledger = try Ledger.open(at: folder.file(), clock: standingClock)
    #expect(try ledger.verify().isOK)
  }

  /// A copy of the book that 0.1.0-rc left.
  private func firstBook() throws -> TestFolder {
    try #require(ReleasedBook.all.first { $0.version == "0.1.0-rc" }).unpacked()
  }
}
