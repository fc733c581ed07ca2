import GRDB
import KSPCore
import KSPTestBooks
import KSPTestSupport
import Testing

@testable import KSPLedger

/// Lines of statements come to their entries in books that are not usual.
@Suite struct LineExplanationTests {
  /// Of a book with everything.
  @Test func everyLineOfARichBookComesToItsEntries() throws {
    let folder = try RichBook.template.copy()
    let ledger = try Ledger.open(
      at: folder.file(), access: .readOnly,
      clock: { withExtendedLifetime(folder) { standingClock() } })
    let owners = try ledger.store.read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT a.code, b.code FROM account a JOIN account b ON b.id = \(ChartSums.owner("a"))
          """)
      return Dictionary(uniqueKeysWithValues: rows.map { ($0[0] as String, $0[1] as String) })
    }
    for period in try [BookPeriod(year: 2026), period("2026-02-10", "2026-03-02")] {
      #expect(try LineProof(ledger, owners: owners).prove(period, nil).count > 8)
    }
  }

  /// Of banks on one line those that are overdrawn are named among the liabilities.
  @Test func aBankThatIsOverdrawnHasALineOfItsOwn() throws {
    let ledger = try makeBook(TestFolder())
    for code in ["1-1101", "1-1102"] {
      var bank = ChartOfAccounts.Entry(
        code: try AccountCode(code), name: Phrase(id: "Bank \(code)", en: "Bank \(code)"),
        type: .asset, parent: "1-0000", isPostable: true)
      (bank.statementLine, bank.isCash, bank.isBank, bank.mayBeNegative) = (
        "1-1100", true, true, true
      )
      try ledger.addAccount(bank)
    }
    let poster = Poster(ledger)
    let year = try BookPeriod(year: 2026)
    try poster.post("2026-01-05", ("1-1102", 900_000), ("1-1101", -900_000))
    try poster.post("2026-01-06", ("1-1100", 400_000), ("3-1300", -400_000))
    func prove() throws { _ = try LineProof(ledger).prove(year, nil) }
    try prove()
    let sheet = try ledger.balanceSheet(asOf: year.last)
    let overdrawn = try #require(sheet.sections[1].lines.first)
    #expect(overdrawn.code == "1-1101" && overdrawn.label.indonesian == "Bank 1-1101 (cerukan)")
    #expect(try ledger.explainLine("1-1100", year).accounts.map(\.code) == ["1-1100", "1-1102"])
    #expect(try ledger.explainLine("1-1101", year).figures.map(\.amount) == [900_000])
    // The account whose code the line has stands on the other side of it.
    try poster.post("2026-01-07", ("3-1300", 700_000), ("1-1100", -700_000))
    try prove()
    let line = try ledger.explainLine("1-1100", year)
    #expect(Set(line.figures.map(\.section)) == [.assets, .liabilities])
    #expect(line.figures.map(\.amount).sorted() == [300_000, 900_000])
  }

  /// A period over the end of a year is seen from its last day, and begins with nothing of it.
  @Test func overTheEndOfAYear() throws {
    let ledger = try createBook(TestFolder(), first: "2025-12")
    let poster = Poster(ledger)
    try poster.post("2025-12-10", ("1-1000", 900_000), ("4-1100", -900_000))
    try poster.end("2025-12")
    try poster.post("2026-01-20", ("1-1000", 300_000), ("4-1100", -300_000))
    let over = try period("2025-12-05", "2026-01-31")
    _ = try LineProof(ledger).prove(over, nil)
    #expect(try ledger.explainLine("SHU-LALU", over).figures.map(\.amount) == [900_000])
    try ledger.runYearEnd(2025)
    _ = try LineProof(ledger).prove(over, nil)
    _ = try LineProof(ledger).prove(BookPeriod(month("2026-01")), nil)
    #expect(try ledger.explainLine("SHU-LALU", over).figures.map(\.amount) == [0])
    try ledger.ratifyYear(2025, on: day("2026-01-25"), decision: "RAT 1/2026")
    for period in try [over, BookPeriod(month("2026-01")), period("2026-01-25", "2026-02-10")] {
      _ = try LineProof(ledger).prove(period, nil)
    }
    let line = try ledger.explainLine("3-3100", over)
    #expect(line.figures.map(\.amount) == [900_000])
  }
}
