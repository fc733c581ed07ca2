import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// Who may record in the book.
@Suite struct OfficerTests {
  @Test func whileSomebodyIsInOfficeOnlyThoseRecordUnderAName() throws {
    let folder = try TestFolder()
    let ledger = try makeBook(folder)
    try ledger.join("0001")
    func deposit(_ author: String?) throws {
      _ = try ledger.deposit(
        1_000, member: "0001", on: day("2026-01-05"), note: EntryNote(recordedBy: author))
    }
    try deposit("siapa saja")
    try ledger.addOfficer("sari", role: "kasir", since: day("2026-01-01"))
    try deposit("sari")
    try deposit(nil)
    let error = refused { try deposit("tono") }
    #expect(error?.code == .officerUnknown)
    #expect(error?.advice.english.contains("sari") == true)
    #expect(
      refusal {
        _ = try ledger.runMonthEnd(month("2026-01"), note: EntryNote(recordedBy: "tono"))
      } == .officerUnknown)
    #expect(refusal { try ledger.addOfficer("sari") } == .officerStanding)
    // The clock of the tests stands in 2030.
    try ledger.endOfficer("sari", on: day("2029-12-31"))
    #expect(refusal { try ledger.endOfficer("sari") } == .officerStanding)
    try ledger.addOfficer("budi")
    #expect(refusal { try deposit("sari") } == .officerUnknown)
    try ledger.addOfficer("sari")
    try deposit("sari")
    #expect(try ledger.officers().map(\.name) == ["budi", "sari", "sari"])
    #expect(try ledger.verify().isOK)
  }

  @Test func theSameReferenceIsDoneOnce() throws {
    let folder = try TestFolder()
    let ledger = try makeBook(folder)
    for _ in 1...2 { try ledger.addOfficer("sari", since: day("2026-01-01"), reference: "P-1") }
    for _ in 1...2 { try ledger.endOfficer("sari", on: day("2026-02-01"), reference: "P-2") }
    #expect(try ledger.officers().count == 1)
    #expect(
      refusal { try ledger.addOfficer("budi", since: day("2026-01-01"), reference: "P-1") }
        == .referenceReused)
  }
}
