import KSPCore
import KSPTestBooks
import KSPTestSupport
import Testing

@testable import KSPLedger

/// The health worksheet of a book, from the cells of its accounts.
@Suite struct HealthSheetTests {
  private func cell(_ sheet: HealthSheet, _ number: Int) -> Rupiah? {
    sheet.cells.first { $0.number == number }?.amount
  }

  @Test func cellsAreThoseOfTheChart() throws {
    let ledger = try makeBook(TestFolder())
    func post(_ date: String, _ legs: (String, Rupiah)...) throws {
      _ = try ledger.post(
        ManualEntry(
          on: day(date),
          legs: try legs.map { try .init(account: AccountCode($0.0), amount: $0.1) }))
    }
    try post("2026-02-01", ("1-1000", 9_000_000), ("3-1300", -9_000_000))
    try post("2026-02-02", ("1-2000", 10_000_000), ("1-1100", -10_000_000))
    try post("2026-02-03", ("1-1000", 2_000_000), ("4-1110", -2_000_000))
    try post("2026-12-31", ("5-2200", 500_000), ("1-2090", -500_000))
    try post("2026-12-31", ("5-2100", 300_000), ("1-1900", -300_000))
    let sheet = try ledger.healthSheet(year: 2026)
    #expect(try sheet.asOf == day("2026-12-31"))
    #expect(try sheet.previous == day("2025-12-31"))
    #expect(cell(sheet, 1) == 11_000_000)
    // A bank that is overdrawn is owed to; depreciation is entered without its sign.
    #expect(cell(sheet, 2) == nil && cell(sheet, 42) == 10_000_000)
    #expect(cell(sheet, 30) == 500_000)
    #expect(cell(sheet, 73) == 2_000_000)
    #expect(cell(sheet, 70) == 1_200_000)
    #expect(sheet.report.controls.allSatisfy { $0.holds }, "\(sheet.report.controls)")
    // The year after, the result of 2026 is that of the year before.
    let next = try ledger.healthSheet(year: 2027)
    #expect(cell(next, 69) == 1_200_000 && cell(next, 73) == 0)
    #expect(next.cells.first { $0.number == 70 }?.previous == 1_200_000)
  }

  /// Of a book with everything the worksheet agrees with itself, and with the balance sheet.
  @Test func theWorksheetOfARichBookAgrees() throws {
    let folder = try RichBook.template.copy()
    let ledger = try Ledger.open(at: folder.file(), access: .readOnly, clock: standingClock)
    let last = try ledger.balanceSheet().asOf
    for year in 2026...max(2026, last.components.year) {
      let sheet = try ledger.healthSheet(year: year)
      #expect(sheet.unplaced.allSatisfy { $0.code == "3-9000" }, "\(sheet.unplaced)")
      #expect(sheet.report.controls.allSatisfy { $0.holds }, "\(sheet.report.controls)")
    }
  }

  @Test func aYearThatHasNotBegunIsRefused() throws {
    let ledger = try createBook(TestFolder(), clock: clock(on: "2026-06-01"))
    #expect(refusal { try ledger.healthSheet(year: 2027) } == .dateFuture)
    #expect(try ledger.healthSheet().asOf == day("2026-06-01"))
  }
}
