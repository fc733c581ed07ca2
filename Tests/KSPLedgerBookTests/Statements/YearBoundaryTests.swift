import KSPCore
import KSPTestBooks
import KSPTestSupport
import Testing

@testable import KSPLedger

/// What the statements say of the SHU of a year that is over, before and after the meeting.
@Suite struct YearBoundaryTests {
  private let ledger: Ledger

  init() throws {
    ledger = try createBook(TestFolder(), first: "2025-12")
    let poster = Poster(ledger)
    try poster.post("2025-12-10", ("1-1000", 900_000), ("4-1100", -900_000))
    try poster.end("2025-12")
    try poster.post("2026-01-20", ("1-1000", 300_000), ("4-1100", -300_000))
  }

  private func equity(_ date: String) throws -> [String: Rupiah] {
    let sheet = try ledger.balanceSheet(asOf: day(date))
    #expect(sheet.balances)
    return Dictionary(uniqueKeysWithValues: sheet.sections[2].lines.map { ($0.code, $0.amount) })
  }

  private func health(_ number: Int, _ year: Int) throws -> Rupiah? {
    try ledger.healthSheet(year: year).cells.first { $0.number == number }?.amount
  }

  @Test func lastYearsShuIsNotThisYears() throws {
    #expect(try equity("2026-01-31") == ["3-3000": 300_000, "SHU-LALU": 900_000])
    try ledger.runYearEnd(2025)
    #expect(try equity("2025-12-31") == ["3-3000": 900_000])
    #expect(try equity("2026-01-31") == ["3-3000": 300_000, "3-3100": 900_000])
    #expect(try health(70, 2026) == 300_000)
    #expect(try health(69, 2026) == 900_000)
    #expect(try health(70, 2025) == 900_000)
    let sheet = try ledger.balanceSheet(asOf: day("2026-01-31"))
    let last = try #require(sheet.sections[2].lines.first { $0.code == "3-3100" })
    #expect(last.unfolded.map(\.code) == ["3-3000"])
    try ledger.ratifyYear(2025, on: day("2026-02-10"), decision: "RAT 1/2026")
    #expect(try equity("2026-01-31") == ["3-3000": 300_000, "3-3100": 900_000])
    #expect(try equity("2026-02-28") == ["3-3000": 300_000, "3-3100": 900_000])
    #expect(try equity("2025-12-31") == ["3-3000": 900_000])
    #expect(try health(70, 2026) == 300_000)
    #expect(try health(69, 2026) == 900_000)
  }

  /// A period over the boundary takes the SHU of the year that ends to the line of those before.
  @Test func equityOverTheBoundary() throws {
    func lines() throws -> [[Rupiah]] {
      let equity = try ledger.equityChanges(period("2025-12-11", "2026-02-28"))
      #expect(equity.balances && equity.shu == 300_000)
      return try equity.lines.sorted { $0.code < $1.code }
        .map { try [$0.opening, $0.additions, $0.reductions, $0.closing] }
    }
    let (current, over): ([Rupiah], [Rupiah]) = (
      [900_000, 300_000, 900_000, 300_000], [0, 900_000, 0, 900_000]
    )
    #expect(try lines() == [current, over])
    try ledger.runYearEnd(2025)
    #expect(try lines() == [current, over])
    try ledger.ratifyYear(2025, on: day("2026-02-10"), decision: "RAT 1/2026")
    #expect(try lines() == [current, over])
    // Within the new year it was there from the first morning on.
    let within = try ledger.equityChanges(period("2026-01-01", "2026-02-28"))
    #expect(within.balances)
    #expect(
      try within.lines.sorted { $0.code < $1.code }
        .map { try [$0.opening, $0.additions, $0.reductions, $0.closing] }
        == [[0, 300_000, 0, 300_000], [900_000, 0, 0, 900_000]])
  }
}
