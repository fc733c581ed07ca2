import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// Random years, held on every day against sums that know nothing of closings: whatever is entered,
/// adjusted, closed and ratified, the statements prove themselves and the SHU is what income says.
@Suite struct YearEndPropertyTests {
  /// The year 2025 of a book that begins in January 2026 and has its year end in February.
  private static let year = "2025-03-01"...("2026-02-28")
  private static let accounts = [
    "1-1000", "1-1400", "1-1290", "2-1600", "3-1300", "4-1000", "4-1100", "5-2000", "5-4000",
  ]

  /// What was entered, as amounts of accounts on days.
  private struct Oracle {
    var legs: [(date: BookDate, account: String, amount: Int64)] = []

    /// Income less expenses of days, in sen.
    func shu(_ period: BookPeriod) -> Int64 {
      -legs.filter { "45".contains($0.account.first ?? " ") }
        .filter { period.first <= $0.date && $0.date <= period.last }
        .reduce(0) { $0 + $1.amount }
    }

    func balance(_ account: String, on day: BookDate) -> Int64 {
      legs.filter { $0.account == account && $0.date <= day }.reduce(0) { $0 + $1.amount }
    }
  }

  private var random: SplitMix64
  private var oracle = Oracle()
  private let ledger: Ledger

  init() throws {
    random = SplitMix64(seed: 0)
    ledger = try makeBook(TestFolder())
    var settings = try ledger.settings
    settings.yearStart = .march
    try ledger.updateSettings(settings)
  }

  @Test(arguments: 1...5 as ClosedRange<UInt64>) mutating func everyDayProvesItself(
    seed: UInt64
  ) throws {
    random = SplitMix64(seed: seed)
    for name in ["2026-01", "2026-02"] {
      for _ in 0..<20 { try enter(on: anyDay(of: month(name))) }
      _ = try ledger.runMonthEnd(month(name))
      if name == "2026-02" { try adjust() }
    }
    for _ in 0..<10 { try enter(on: anyDay(of: month("2026-03"))) }
    try prove()
    if Bool.random(using: &random) { _ = try ledger.runMonthEnd(month("2026-03")) }
    try adjust()
    let preview = try ledger.previewYearEnd(2025)
    let done = try ledger.runYearEnd(2025)
    #expect(preview.lines == done.lines && preview.shu == done.shu)
    try prove()
    for _ in 0..<Int.random(in: 0...3, using: &random) { try adjust() }
    #expect(try ledger.runYearEnd(2025).outcome == .alreadyDone)
    try prove()
    let open = try ledger.status().openMonth
    let end = try ledger.ratifyYear(2025, on: open.firstDay, decision: "RAT 1")
    #expect(try end.shu.sen == oracle.shu(period(Self.year.lowerBound, Self.year.upperBound)))
    #expect(try ledger.account("3-3100").balance == end.shu)
    #expect(try ledger.account("3-3000").balance == 0)
    try prove()
    let report = try ledger.verify()
    #expect(report.isOK, "\(report.checks.filter { $0.count > 0 })")
  }

  private mutating func anyDay(of month: BookMonth) throws -> BookDate {
    try month.firstDay.adding(days: Int.random(in: 0..<month.dayCount, using: &random))
  }

  private mutating func legs(without excluded: String? = nil) throws -> [(String, Int64)] {
    let accounts = Self.accounts.filter { $0 != excluded }.shuffled(using: &random).prefix(3)
    let (a, b) = (
      Int64.random(in: 1...9_000_000, using: &random) * 100,
      Int64.random(in: 1...9_000_000, using: &random) * 100
    )
    return Array(zip(accounts, [a, b, -a - b]))
  }

  private mutating func enter(on date: BookDate) throws {
    let legs = try legs()
    _ = try ledger.post(
      ManualEntry(
        on: date,
        legs: try legs.map { try .init(account: AccountCode($0.0), amount: Rupiah(sen: $0.1)) }))
    oracle.legs += legs.map { (date, $0.0, $0.1) }
  }

  private mutating func adjust() throws {
    let legs = try legs(without: "1-1000")
    try ledger.adjustYear(
      YearAdjustment(
        of: 2025,
        legs: legs.map { try .init(account: AccountCode($0.0), amount: Rupiah(sen: $0.1)) },
        document: "Auditor"), note: EntryNote(memo: "Audit", recordedBy: "sari"))
    let last = try day(Self.year.upperBound)
    oracle.legs += legs.map { (last, $0.0, $0.1) }
  }

  /// Equity from a day within the first year: it ends at the lines of the balance sheet, also where
  /// the year ends in between.
  private func proveFromEarlier(to date: BookDate, _ lines: [String: Int64]) throws {
    let middle = try day("2026-02-10")
    guard date >= middle else { return }
    let period = try BookPeriod(from: middle, through: date)
    let equity = try ledger.equityChanges(period)
    #expect(equity.balances && equity.shu.sen == oracle.shu(period), "\(date)")
    let opened = equity.lines.first { $0.code == "3-3000" }?.opening.sen ?? 0
    #expect(
      try opened == oracle.shu(BookPeriod(from: day("2026-01-01"), through: day("2026-02-09"))),
      "\(date)")
    for line in equity.lines {
      #expect(line.closing.sen == lines[line.code] ?? 0, "\(line.code) \(date)")
    }
  }

  /// The statements of every day beside the oracle.
  private func prove() throws {
    let start = try day("2026-03-01")
    var date = try day("2026-01-01")
    while try date <= day("2026-04-02") {
      let first = try date < start ? day(Self.year.lowerBound) : start
      let period = try BookPeriod(from: first, through: date)
      let sheet = try ledger.balanceSheet(asOf: date)
      #expect(sheet.balances, "\(date)")
      let income = try ledger.incomeStatement(period)
      #expect(income.shu.sen == oracle.shu(period), "\(date)")
      let equity = try ledger.equityChanges(period)
      #expect(equity.balances && equity.shu == income.shu, "\(date)")
      let closing = try equity.lines.map(\.closing).sum()
      #expect(closing == sheet.sections[2].total, "\(date)")
      let lines = Dictionary(
        uniqueKeysWithValues: sheet.sections[2].lines.map { ($0.code, $0.amount.sen) })
      #expect((lines["3-3000"] ?? 0) == oracle.shu(period), "\(date)")
      let over = try KSPTestSupport.period(Self.year.lowerBound, Self.year.upperBound)
      #expect(
        (lines["3-3100"] ?? 0) + (lines["SHU-LALU"] ?? 0) == (date < start ? 0 : oracle.shu(over)),
        "\(date)")
      try proveFromEarlier(to: date, lines)
      #expect(try ledger.cashFlow(period).balances, "\(date)")
      let rows = try ledger.trialBalance(asOf: date).rows
      for account in ["1-1000", "1-1400", "1-1290", "2-1600", "3-1300"] {
        let row = rows.first { $0.code.text == account }
        let held = try row.map { try ($0.debit - $0.credit).sen } ?? 0
        #expect(held == oracle.balance(account, on: date), "\(account) \(date)")
      }
      date = try date.adding(days: 1)
    }
    let sheet = try ledger.balanceSheet(asOf: day(Self.year.upperBound))
    let line = sheet.sections[2].lines.first { $0.code == "3-3000" }
    #expect(
      try line?.amount.sen ?? 0
        == oracle.shu(period(Self.year.lowerBound, Self.year.upperBound)))
  }
}
