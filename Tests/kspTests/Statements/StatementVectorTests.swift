import Foundation
import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// The statements that were published, or agreed on, through the program.
@Suite struct StatementVectorTests {
  private func post(
    _ ledger: Ledger, _ date: String, _ legs: (AccountCode, Rupiah)...
  ) throws {
    _ = try ledger.post(
      ManualEntry(
        on: day(date), legs: legs.map { .init(account: $0.0, amount: $0.1) }))
  }

  private func said(_ folder: TestFolder, _ words: String) throws -> [String: Any] {
    let outcome = try CommandTests.run(
      folder,
      words.split(separator: " ").map(String.init) + [
        "--book", folder.file(), "--format", "json",
      ])
    #expect(outcome.status == 0, "\(outcome.messages)")
    return try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
  }

  private func totals(_ said: [String: Any]) -> [String] {
    (said["sections"] as? [[String: Any]] ?? []).compactMap { $0["total"] as? String }
  }

  private func lines(_ said: [String: Any]) -> [String: String] {
    let lines = (said["sections"] as? [[String: Any]] ?? [])
      .flatMap { $0["lines"] as? [[String: Any]] ?? [] }
    return lines.reduce(into: [:]) {
      $0[$1["code"] as? String ?? ""] = $1["amount"] as? String
    }
  }

  /// Vector `cash-flow-direct`, one day for each of its parts.
  @Test func theDirectMethodShowsVouchersGross() throws {
    let folder = try TestFolder()
    let ledger = try createBook(folder, first: "2025-01")
    try post(
      ledger, "2025-01-05", ("1-1210", 10_000_000), ("1-1000", -9_575_000),
      ("4-1110", -100_000), ("4-1100", -50_000), ("2-1600", -75_000), ("3-1300", -200_000))
    try post(
      ledger, "2025-01-06", ("1-1210", 10_000_000), ("2-1700", -9_800_000), ("4-1110", -200_000))
    try post(
      ledger, "2025-01-07", ("3-1300", 1_300_000), ("2-1600", 500_000), ("1-1210", -800_000),
      ("4-1000", -12_000), ("1-1000", -988_000))
    try post(ledger, "2025-01-08", ("1-1100", 5_000_000), ("1-1010", -5_000_000))
    try ledger.close()
    func flow(_ day: Int) throws -> [String: Any] {
      try said(folder, "arus-kas --dari 2025-01-0\(day) --sampai 2025-01-0\(day)")
    }
    let paid = try flow(5)
    #expect(totals(paid) == ["-9775000", "0", "200000"])
    #expect(
      lines(paid) == [
        "1-1210": "-10000000", "4-1110": "100000", "4-1100": "50000", "2-1600": "75000",
        "3-1300": "200000",
      ])
    let intoSavings = try flow(6)
    #expect(lines(intoSavings).isEmpty)
    let left = intoSavings["withoutCash"] as? [String: Any]
    #expect(left?["vouchers"] as? Int == 1 && left?["amount"] as? String == "10000000")
    let leaver = try flow(7)
    #expect(totals(leaver) == ["312000", "0", "-1300000"])
    #expect(
      lines(leaver) == [
        "2-1600": "-500000", "1-1210": "800000", "4-1000": "12000", "3-1300": "-1300000",
      ])
    let moved = try flow(8)
    #expect(lines(moved).isEmpty && moved["balances"] as? Bool == true)
  }

  /// Vector `phu-kopwali-2016-income`.
  @Test func incomeAsKopwaliPrintedIt() throws {
    let folder = try TestFolder()
    let ledger = try createBook(folder, first: "2016-01")
    try post(ledger, "2016-03-01", ("1-1000", 51_570_000), ("4-1000", -51_570_000))
    try post(ledger, "2016-03-02", ("1-1000", 4_265_000), ("4-1100", -4_265_000))
    try post(ledger, "2016-03-03", ("1-1000", 430_000), ("4-1300", -430_000))
    try post(ledger, "2016-03-04", ("5-2100", 11_662_500), ("1-1000", -11_662_500))
    try post(ledger, "2016-12-31", ("5-4000", 1_000_000), ("2-1400", -1_000_000))
    try ledger.close()
    let income = try said(folder, "hasil-usaha --tahun 2016")
    #expect(totals(income) == ["56265000", "11662500", "44602500", "1000000", "43602500"])
    #expect(lines(income)["4-1000"] == "51570000")
    // Nothing of the year before the book looks like a year without business.
    let before = try CommandTests.ksp(
      folder, "income", "--year", "2015", "--book", folder.file())
    #expect(before.status == 65 && before.output.isEmpty)
    let quarter = try CommandTests.ksp(
      folder, "quarter", "2015-Q4", "-o", "q", "--book", folder.file())
    #expect(quarter.status == 64, "\(quarter.messages)")
    #expect(!FileManager.default.fileExists(atPath: folder.file("q")))
  }
}
