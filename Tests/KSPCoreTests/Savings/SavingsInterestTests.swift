import KSPCore
import Testing

/// The published worked examples that recompute, through the public interface.
@Suite struct SavingsInterestTests {
  private func period(_ first: String, _ last: String) throws -> BookPeriod {
    try BookPeriod(from: BookDate(parsing: first), through: BookDate(parsing: last))
  }

  private func moves(_ list: [(String, Rupiah)]) throws -> [SavingsInterest.Movement] {
    try list.map { SavingsInterest.Movement(try BookDate(parsing: $0.0), $0.1) }
  }

  private func terms(
    _ method: InterestTerms.Method, _ dayCount: DayCount, percent: UInt16,
    rounding: Rounding = .sen
  ) -> InterestTerms {
    InterestTerms(
      method: method, dayCount: dayCount,
      tiers: [.init(from: .zero, rate: .percentPerYear(percent))], rounding: rounding)
  }

  private let may: [(String, Rupiah)] = [
    ("2003-05-03", 500_000), ("2003-05-10", 1_000_000), ("2003-05-23", -750_000),
  ]

  /// Kepmen 96/2004 §10, sav-edi-daily-365-total: the posting day does not earn.
  @Test func ministryDaily() throws {
    var terms = terms(.daily, .actual365, percent: 12)
    terms.countsPostingDay = false
    let working = try SavingsInterest.working(
      terms: terms, period: period("2003-05-01", "2003-05-31"), opening: 150_000,
      movements: moves(may))
    #expect(working.gross.description == "11013.70")
    #expect(working.runs.map(\.days) == [2, 7, 13, 8])
    // The regulation prints 98.64 for the first part; the rule gives 98.63.
    #expect(working.runs.map(\.interest.description) == ["98.63", "1495.89", "7052.05", "2367.12"])
  }

  /// sav-edi-lowest prints 1,520; the rule gives 1,500. sav-edi-simple-average gives 8,375.
  @Test func ministryLowestAndMean() throws {
    let may = try moves(may)
    let days = try period("2003-05-01", "2003-05-31")
    let lowest = try SavingsInterest.working(
      terms: terms(.lowest, .twelfth, percent: 12), period: days, opening: 150_000, movements: may)
    #expect(lowest.gross == 1_500)
    let mean = try SavingsInterest.working(
      terms: terms(.mean, .twelfth, percent: 12), period: days, opening: 150_000, movements: may)
    #expect(mean.gross == 8_375)
  }

  private let june: [(String, Rupiah)] = [
    ("2026-06-01", 1_000_000), ("2026-06-05", 5_000_000), ("2026-06-06", -500_000),
    ("2026-06-10", 2_500_000), ("2026-06-20", -1_000_000), ("2026-06-25", 10_000_000),
    ("2026-06-30", -2_000_000),
  ]

  /// Bank Indonesia's guide: the whole balance earns its tier, by day or by the average.
  @Test(arguments: [
    (InterestTerms.Method.daily, "33616.44"), (.average, "33835.62"),
  ])
  func tiers(_ method: InterestTerms.Method, gross: String) throws {
    let terms = InterestTerms(
      method: method,
      tiers: [
        .init(from: 5_000_000, rate: .percentPerYear(5)),
        .init(from: .zero, rate: .percentPerYear(3)),
      ], rounding: .sen)
    let working = try SavingsInterest.working(
      terms: terms, period: period("2026-06-01", "2026-06-30"), opening: .zero,
      movements: moves(june))
    #expect(working.gross.description == gross)
  }

  @Test(arguments: [
    // sav-lowest-360-variant, sav-lowest-30m-5pct-28, sav-fortune-lowest-trunc, sav-lowest-1m-6pct-jan
    (
      DayCount.thirty360, UInt16(5), 1_000_000 as Rupiah, "2026-01-01", "2026-01-31", Rounding.sen,
      "4166.67"
    ),
    (.actual365, 5, 30_000_000, "2026-02-01", "2026-02-28", .rupiah, "115068"),
    (.thirty365, 6, 2_000_000, "2026-03-01", "2026-03-31", .downToRupiah, "9863"),
    (.thirty365, 6, 1_000_000, "2026-01-01", "2026-01-31", .sen, "4931.51"),
  ])
  func lowest(
    dayCount: DayCount, percent: UInt16, balance: Rupiah, first: String, last: String,
    rounding: Rounding, gross: String
  ) throws {
    let working = try SavingsInterest.working(
      terms: terms(.lowest, dayCount, percent: percent, rounding: rounding),
      period: period(first, last), opening: balance, movements: [])
    #expect(working.gross.description == gross)
  }

  /// sav-adb-pokebanking: January counted as 30 days.
  @Test func averageOfThirtyDays() throws {
    let working = try SavingsInterest.working(
      terms: terms(.average, .thirty365, percent: 5, rounding: .rupiah),
      period: period("2018-01-01", "2018-01-31"), opening: 500_000,
      movements: moves([
        ("2018-01-04", 4_500_000), ("2018-01-06", -450_000), ("2018-01-10", 3_000_000),
        ("2018-01-20", -2_500_000), ("2018-01-25", 7_500_000), ("2018-01-30", -2_000_000),
      ]))
    #expect(working.runs.map(\.days).reduce(0, +) == 30)
    #expect(working.gross == 27_911)
  }

  /// sav-simulti-8pct-month: 8 % a year is not 0.66 % a month.
  @Test func quotedPerMonth() throws {
    for (rate, gross) in [("8%/year", 66_667 as Rupiah), ("0,66%/bulan", 66_000)] {
      let terms = InterestTerms(
        method: .lowest, dayCount: .twelfth,
        tiers: [.init(from: .zero, rate: try Rate(parsing: rate))])
      let working = try SavingsInterest.working(
        terms: terms, period: period("2026-04-01", "2026-04-30"), opening: 10_000_000,
        movements: [])
      #expect(working.gross == gross)
    }
  }

  /// Every month is worth the same under the 30-day and the twelfth counts.
  @Test(arguments: [DayCount.thirty365, .thirty360, .twelfth], [true, false])
  func wholeMonths(_ dayCount: DayCount, countsPostingDay: Bool) throws {
    var terms = terms(.daily, dayCount, percent: 12)
    terms.countsPostingDay = countsPostingDay
    var grosses: Set<Rupiah> = []
    for number in 1...12 {
      let working = try SavingsInterest.working(
        terms: terms, period: BookPeriod(BookMonth(year: 2024, month: number)),
        opening: 3_650_000, movements: [])
      grosses.insert(working.gross)
    }
    #expect(grosses.count == 1)
  }

  @Test func hugeBalancesOverflowAsErrors() throws {
    #expect(throws: LedgerError.amountOverflow()) {
      try SavingsInterest.working(
        terms: InterestTerms(
          method: .mean, dayCount: .twelfth,
          tiers: [.init(from: .zero, rate: Rate(billionths: Rate.largestBillionths, per: .month))]),
        period: period("2026-01-01", "2026-12-31"), opening: Rupiah(sen: Int64.max / 2),
        movements: [])
    }
  }
}
