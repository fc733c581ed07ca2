import KSPCore
import KSPTestBooks
import KSPTestSupport
import Testing

@testable import KSPLedger

/// The four financial statements of a book: what they say, and that they prove themselves.
@Suite struct FinancialStatementTests {
  private func post(
    _ ledger: Ledger, _ date: String, _ legs: (String, Int64)...
  ) throws {
    _ = try ledger.post(
      ManualEntry(
        on: day(date),
        legs: try legs.map {
          try .init(account: AccountCode($0.0), amount: Rupiah(rupiah: $0.1))
        }))
  }

  private func amount(_ sections: [StatementSection], _ code: String) -> Rupiah? {
    sections.flatMap(\.lines).first { $0.code == code }?.amount
  }

  private func totals(_ sections: [StatementSection]) -> [Rupiah] { sections.map(\.total) }

  // MARK: - Examples

  /// Vector `cash-flow-direct`: vouchers with cash are shown gross with all their other legs.
  @Test func theDirectMethodShowsVouchersGross() throws {
    let ledger = try makeBook(TestFolder())
    // a: 10,000,000 lent, less provisi, administration, insurance passed through, and equity.
    try post(
      ledger, "2026-01-05", ("1-1210", 10_000_000), ("1-1000", -9_575_000),
      ("4-1110", -100_000), ("4-1100", -50_000), ("2-1600", -75_000), ("3-1300", -200_000))
    var flow = try ledger.cashFlow(BookPeriod(year: 2026))
    #expect(totals(flow.sections) == [-9_775_000, 0, 200_000])
    #expect(amount(flow.sections, "1-1210") == -10_000_000)
    #expect(amount(flow.sections, "4-1110") == 100_000)
    #expect(amount(flow.sections, "4-1100") == 50_000)
    #expect(amount(flow.sections, "2-1600") == 75_000)
    #expect(flow.facts.closing == -9_575_000)
    // b: the same without cash is no line, and is counted.
    try post(
      ledger, "2026-01-06", ("1-1210", 10_000_000), ("2-1700", -9_800_000), ("4-1110", -200_000))
    flow = try ledger.cashFlow(BookPeriod(year: 2026))
    #expect(totals(flow.sections) == [-9_775_000, 0, 200_000])
    #expect(flow.facts.withoutCash == 1 && flow.facts.withoutCashAmount == 10_000_000)
    // c: somebody leaves; what is set off is shown gross.
    try post(
      ledger, "2026-01-07", ("3-1300", 1_300_000), ("2-1600", 500_000), ("1-1210", -800_000),
      ("4-1000", -12_000), ("1-1000", -988_000))
    flow = try ledger.cashFlow(BookPeriod(from: day("2026-01-07"), through: day("2026-01-07")))
    #expect(totals(flow.sections) == [312_000, 0, -1_300_000])
    #expect(amount(flow.sections, "2-1600") == -500_000)
    #expect(amount(flow.sections, "1-1210") == 800_000)
    #expect(amount(flow.sections, "4-1000") == 12_000)
    // d: from till to bank is no line.
    try post(ledger, "2026-01-08", ("1-1100", 5_000_000), ("1-1010", -5_000_000))
    flow = try ledger.cashFlow(BookPeriod(from: day("2026-01-08"), through: day("2026-01-08")))
    #expect(flow.sections.allSatisfy { $0.lines.isEmpty })
    #expect(flow.balances && flow.facts.withoutCash == 0)
  }

  @Test func fixedAssetsAndBorrowingsHaveTheirOwnActivities() throws {
    let ledger = try makeBook(TestFolder())
    try post(ledger, "2026-01-05", ("1-1100", 50_000_000), ("2-2000", -50_000_000))
    try post(ledger, "2026-01-06", ("1-2000", 20_000_000), ("1-1100", -20_000_000))
    let flow = try ledger.cashFlow()
    #expect(totals(flow.sections) == [0, -20_000_000, 50_000_000])
    #expect(flow.balances)
  }

  /// Vector `phu-kopwali-2016-income`.
  @Test func incomeAsKopwaliPrintedIt() throws {
    let ledger = try makeBook(TestFolder())
    try post(ledger, "2026-03-01", ("1-1000", 51_570_000), ("4-1000", -51_570_000))
    try post(ledger, "2026-03-02", ("1-1000", 4_265_000), ("4-1100", -4_265_000))
    try post(ledger, "2026-03-03", ("1-1000", 430_000), ("4-1300", -430_000))
    try post(ledger, "2026-03-04", ("5-2100", 11_662_500), ("1-1000", -11_662_500))
    try post(ledger, "2026-12-31", ("5-4000", 1_000_000), ("2-1400", -1_000_000))
    let income = try ledger.incomeStatement(BookPeriod(year: 2026))
    #expect(totals(income.sections) == [56_265_000, 11_662_500, 1_000_000])
    #expect(income.shu == 43_602_500)
    #expect(income.sections[0].lines[0].amount == 51_570_000)
    // The year after shows it as the year before.
    let next = try ledger.incomeStatement(BookPeriod(year: 2027))
    #expect(next.shu == 0 && next.previousShu == 43_602_500)
    #expect(next.sections[0].previousTotal == 56_265_000)
    let part = try ledger.incomeStatement(period("2026-03-02", "2026-03-03"))
    #expect(part.shu == 4_695_000)
  }

  @Test func aBankThatIsOverdrawnIsOwed() throws {
    let ledger = try makeBook(TestFolder())
    try post(ledger, "2026-01-05", ("1-2000", 7_000_000), ("1-1100", -7_000_000))
    let sheet = try ledger.balanceSheet()
    #expect(totals(sheet.sections) == [7_000_000, 7_000_000, 0])
    #expect(sheet.sections[1].lines.map(\.code) == ["1-1100"])
    #expect(sheet.balances)
    #expect(try ledger.cashFlow().facts.closing == -7_000_000)
  }

  /// The result of the running year stands in equity before any closing, beside those of the years
  /// before.
  @Test func resultsStandInEquity() throws {
    let ledger = try createBook(TestFolder(), first: "2025-01")
    try post(ledger, "2025-06-01", ("1-1000", 900_000), ("4-1100", -900_000))
    try post(ledger, "2026-06-01", ("1-1000", 300_000), ("4-1100", -300_000))
    try post(ledger, "2026-06-02", ("5-2100", 500_000), ("1-1000", -500_000))
    let sheet = try ledger.balanceSheet(asOf: day("2026-06-30"))
    #expect(sheet.previous == (try day("2025-06-30")))
    #expect(amount(sheet.sections, "3-3000") == -200_000)
    #expect(amount(sheet.sections, "SHU-LALU") == 900_000)
    let line = try #require(sheet.sections[2].lines.first { $0.code == "3-3000" })
    #expect(line.previous == 900_000)
    #expect(sheet.balances)
    let equity = try ledger.equityChanges(BookPeriod(year: 2026))
    #expect(equity.balances && equity.shu == -200_000)
    #expect(
      try equity.lines.map { try [$0.opening, $0.additions, $0.reductions, $0.closing] } == [
        [0, 0, 200_000, -200_000], [900_000, 0, 0, 900_000],
      ])
  }

  /// A line is what the chart says, and the same accounts stand behind it.
  @Test func linesAreThoseOfTheChart() throws {
    let chart = try ChartOfAccounts(
      accounts: ChartOfAccounts.withoutCashLimit().accounts.map { account in
        var account = account
        if account.code.text.hasPrefix("1-10") { account.statementLine = "1-1000" }
        if account.code == "1-2090" { account.statementLine = "Aset tetap neto" }
        if account.code == "1-2000" { account.statementLine = "Aset tetap neto" }
        return account
      })
    let ledger = try createBook(TestFolder(), chart: chart)
    try post(ledger, "2026-01-05", ("1-1000", 3_000_000), ("3-1300", -3_000_000))
    try post(ledger, "2026-01-05", ("1-1010", 500_000), ("1-1000", -500_000))
    try post(ledger, "2026-01-06", ("1-2000", 1_000_000), ("1-1000", -1_000_000))
    try post(ledger, "2026-01-31", ("5-2200", 100_000), ("1-2090", -100_000))
    let lines = try ledger.balanceSheet().sections[0].lines
    #expect(lines.map(\.code) == ["1-1000", "Aset tetap neto"])
    #expect(lines.map(\.label.indonesian) == ["Kas", "Aset tetap neto"])
    #expect(lines.map(\.amount) == [2_000_000, 900_000])
    #expect(lines[0].unfolded.map(\.code) == ["1-1000", "1-1010"])
    #expect(lines[1].unfolded.map(\.amount) == [1_000_000, -100_000])
  }

  /// What is taken over in the year is where its cash and equity begin, and no flow.
  @Test func balancesTakenOverAreTheOpening() throws {
    let ledger = try createBook(TestFolder(), chart: .standard())
    _ = try ledger.importOpeningBalances(
      csv: "account,debit,credit\n1-1000,5000000,0\n3-2000,0,5000000\n", file: "s.csv",
      on: day("2025-12-31"))
    let period = try BookPeriod(from: day("2025-12-31"), through: day("2026-01-31"))
    let flow = try ledger.cashFlow(period)
    #expect(flow.facts.opening == 5_000_000 && flow.facts.closing == 5_000_000)
    #expect(flow.sections.allSatisfy { $0.lines.isEmpty } && flow.balances)
    let equity = try ledger.equityChanges(period)
    #expect(equity.balances)
    #expect(equity.lines.map { [$0.opening, $0.closing] } == [[5_000_000, 5_000_000]])
  }

  @Test func aYearBeforeTheLastDayOfAMonthIsOne() throws {
    #expect(try day("2025-02-28").aYearBefore() == day("2024-02-29"))
    #expect(try day("2024-02-29").aYearBefore() == day("2023-02-28"))
    #expect(try day("2026-03-15").aYearBefore() == day("2025-03-15"))
  }

  // MARK: - What holds always

  /// On every single day of random books the balance sheet balances, the cash flow ends at cash,
  /// equity agrees, and one SHU stands in all of them.
  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func statementsProveThemselvesEveryDay(seed: UInt64) throws {
    let folder = try TestFolder()
    var book = try RandomBook(folder, seed: seed)
    let ledger = book.ledger
    for name in ["2026-01", "2026-02"] {
      try book.move(in: month(name), count: 25)
      _ = try ledger.runMonthEnd(month(name))
    }
    try book.move(in: month("2026-03"), count: 10)
    _ = try? ledger.endMembership(of: book.members[0], on: day("2026-03-31"))
    var date = try day("2026-01-01")
    while try date <= day("2026-04-02") {
      try expectProof(ledger, date)
      date = try date.adding(days: 1)
    }
  }

  /// The same of a book with loans, tax, corrections and whatever else there is.
  @Test func statementsOfARichBookProveThemselves() throws {
    let folder = try RichBook.template.copy()
    let ledger = try Ledger.open(at: folder.file(), access: .readOnly, clock: standingClock)
    let last = try ledger.balanceSheet().asOf
    var date = try day("2026-01-01")
    while date <= last {
      try expectProof(ledger, date)
      date = try date.adding(days: 1)
    }
  }

  private func expectProof(_ ledger: Ledger, _ date: BookDate) throws {
    let sheet = try ledger.balanceSheet(asOf: date)
    #expect(sheet.balances, "\(date)")
    let year = try BookPeriod(
      from: BookMonth(year: date.month.year, month: 1).firstDay, through: date)
    let flow = try ledger.cashFlow(year)
    #expect(flow.balances, "\(date)")
    let equity = try ledger.equityChanges(year)
    #expect(equity.balances, "\(date)")
    let income = try ledger.incomeStatement(year)
    #expect(income.shu == equity.shu && income.agrees && sheet.controlsAgree, "\(date)")
    #expect(equity.total.closing == sheet.sections[2].total, "\(date)")
    #expect(try equity.lines.map(\.closing).sum() == sheet.sections[2].total, "\(date)")
    // Cash as the trial balance has it, which knows nothing of statements.
    let chart = try ledger.chart().filter(\.marks.isCash).map(\.code)
    let cash = try ledger.trialBalance(asOf: date).rows.filter { chart.contains($0.code) }
    #expect(try cash.map { try $0.debit - $0.credit }.sum() == flow.facts.closing, "\(date)")
  }

  /// An account that a product has and that stands below another control account is found.
  @Test func aSubledgerThatIsNotItsControlAccountIsSaid() throws {
    let folder = try TestFolder()
    let ledger = try makeBook(folder)
    try ledger.join("0001")
    _ = try ledger.deposit(3_000_000, member: "0001", on: day("2026-01-10"))
    let date = try day("2026-01-31")
    let sheet = try ledger.balanceSheet(asOf: date)
    #expect(sheet.controlsAgree && sheet.controls.contains { $0.held == -3_000_000 })
    #expect(try ledger.savingsByProduct(asOf: date).agrees)
    try ledger.close()
    try tamper(
      with: folder, "book.ksp",
      """
      UPDATE savingsAccount SET product = (SELECT id FROM savingsProduct WHERE code = 'pokok')
      WHERE product = (SELECT id FROM savingsProduct WHERE code = 'sukarela')
      """)
    let wrong = try Ledger.open(at: folder.file(), access: .readOnly, clock: standingClock)
    let controls = try wrong.balanceSheet(asOf: date).controls.filter { !$0.agrees }
    #expect(controls.map(\.code) == ["2-1000", "3-1000"])
    #expect(controls.map(\.listed) == [0, -3_000_000])
    #expect(try !wrong.savingsByProduct(asOf: date).agrees)
  }

  @Test func statementsArePrintedAgainAsTheyWereKnown() throws {
    let ledger = try makeBook(TestFolder())
    try post(ledger, "2026-01-05", ("1-1000", 3_000_000), ("3-1300", -3_000_000))
    let known = KnowledgePoint.event(try ledger.knowledge().event)
    let period = try BookPeriod(year: 2026)
    let before = (
      try ledger.balanceSheet(asOf: day("2026-01-31")), try ledger.incomeStatement(period),
      try ledger.equityChanges(period), try ledger.cashFlow(period)
    )
    try post(ledger, "2026-01-04", ("5-2100", 1_000_000), ("1-1000", -1_000_000))
    #expect(
      try ledger.balanceSheet(asOf: day("2026-01-31"), asRecordedThrough: known) == before.0)
    #expect(try ledger.incomeStatement(period, asRecordedThrough: known) == before.1)
    #expect(try ledger.equityChanges(period, asRecordedThrough: known) == before.2)
    #expect(try ledger.cashFlow(period, asRecordedThrough: known) == before.3)
    #expect(try ledger.incomeStatement(period).shu == -1_000_000)
  }
}
