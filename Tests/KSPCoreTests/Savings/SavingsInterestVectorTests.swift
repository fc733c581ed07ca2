import KSPCore
import KSPTestSupport
import Testing

/// The published examples, each mapped by hand to the call that gives its figure.
@Suite struct SavingsInterestVectorTests {
  @Test func everyVectorHasATest() throws {
    // A vector that is added to the file without a test here, or renamed, turns this red.
    let mapped: Set = [
      "sav-edi-daily-365", "sav-edi-daily-365-total", "sav-edi-lowest", "sav-edi-simple-average",
      "sav-bi-june-average-tiered", "sav-lowest-360-variant", "sav-adb-pokebanking",
      "sav-adb-binus-bad", "sav-fortune-daily-bad", "sav-fortune-lowest-trunc",
      "sav-lowest-30m-5pct-28", "sav-lowest-1m-6pct-jan", "sav-idntimes-bad",
      "pph-student-excess-only", "pph-github-negative", "pph-aggregate-per-member",
      "sav-simulti-8pct-month", "sav-sisuka-penalty-3pct", "sav-penalty-10pct-of-interest",
    ]
    #expect(Set(try Vector.all().map(\.id)) == mapped)
  }

  // MARK: - The Ministry's worked example (Kepmen 96/2004)

  private func may2003(
    _ id: String, _ method: InterestTerms.Method, countsPostingDay: Bool = true
  ) throws -> InterestWorking {
    let vector = try Vector.named(id)
    let (opening, movements) = try vector.transactions()
    return try SavingsInterest.working(
      terms: vector.terms(method, countsPostingDay: countsPostingDay, rounding: .sen),
      period: period("2003-05-01", "2003-05-31"), opening: opening, movements: movements)
  }

  @Test func dailyTotalOfTheMinistry() throws {
    let vector = try Vector.named("sav-edi-daily-365-total")
    let working = try may2003(vector.id, .daily, countsPostingDay: false)
    #expect(try working.gross == vector.expected("interest"))
    #expect(try 900_000 + working.gross == vector.expected("closingPrintedInStatement"))
    #expect(working.runs.map(\.days) == [2, 7, 13, 8])
  }

  @Test func theFirstPrintedPartOfTheMinistryIsASenTooHigh() throws {
    let vector = try Vector.named("sav-edi-daily-365")
    #expect(!vector.recomputed)
    let working = try may2003(vector.id, .daily, countsPostingDay: false)
    let printed = try vector.amounts("parts")
    #expect(working.runs.map(\.interest) != printed)
    #expect(working.runs[0].interest == Rupiah(sen: 9_863))
    #expect(Array(working.runs.dropFirst().map(\.interest)) == Array(printed.dropFirst()))
    #expect(try working.gross == vector.expected("interest"))
  }

  @Test func theLowestBalancePrintedByTheMinistryIsWrong() throws {
    let vector = try Vector.named("sav-edi-lowest")
    #expect(!vector.recomputed)
    let working = try may2003(vector.id, .lowest)
    #expect(try working.gross != vector.expected("printed"))
    #expect(try working.gross == vector.expected("correct"))
    #expect(working.runs.map(\.balance) == [150_000])
  }

  @Test func meanOfTheSuccessiveBalances() throws {
    let vector = try Vector.named("sav-edi-simple-average")
    let (opening, movements) = try Vector.named("sav-edi-lowest").transactions()
    let working = try SavingsInterest.working(
      terms: vector.terms(.mean, rounding: .sen), period: period("2003-05-01", "2003-05-31"),
      opening: opening, movements: movements)
    #expect(try working.gross == vector.expected("interest"))
    #expect(try working.gross != vector.expected("printedInStatement"))
    #expect(working.runs.map(\.balance) == [837_500])
  }

  // MARK: - Bank Indonesia's June

  private func june(_ method: InterestTerms.Method) throws -> InterestWorking {
    let vector = try Vector.named("sav-bi-june-average-tiered")
    let (opening, movements) = try vector.transactions(year: "2026-")
    return try SavingsInterest.working(
      terms: vector.terms(method, rounding: .sen), period: period("2026-06-01", "2026-06-30"),
      opening: opening, movements: movements)
  }

  @Test func tierOfTheAverageBalance() throws {
    let vector = try Vector.named("sav-bi-june-average-tiered")
    let working = try june(.average)
    #expect(try working.gross == vector.expected("interest"))
    #expect(try average(working, days: 30, .sen) == vector.expected("averageBalance"))
    #expect(working.runs.map(\.days) == [4, 1, 4, 10, 5, 5, 1])
  }

  @Test func tierOfEachDaysBalance() throws {
    let working = try june(.daily)
    #expect(working.gross == Rupiah(sen: 3_361_644))
    let first = try #require(working.runs.first)
    #expect(try first.from == day("2026-06-01"))
    #expect(try first.through == day("2026-06-04"))
    #expect(first.days == 4)
    #expect(first.balance == 1_000_000)
    #expect(first.rate == .percent("3", per: .year))
    #expect(first.interest == Rupiah(sen: 32_877))
    #expect(working.runs.dropFirst().allSatisfy { $0.rate == .percent("5", per: .year) })
  }

  // MARK: - Textbooks, newspapers, banks

  @Test func lowestBalanceOverAYearOf360Days() throws {
    let vector = try Vector.named("sav-lowest-360-variant")
    let working = try still(vector, period("2026-06-01", "2026-06-30"), rounding: .sen)
    #expect(try working.gross == vector.expected("interest"))
  }

  @Test func averageOfAJanuaryOfThirtyDays() throws {
    let vector = try Vector.named("sav-adb-pokebanking")
    let january = try period("2018-01-01", "2018-01-31")
    let working = try SavingsInterest.working(
      terms: vector.terms(.average, rounding: .rupiah), period: january, opening: .zero,
      movements: vector.segments(from: january.first))
    #expect(try working.gross == vector.expected("interest"))
    #expect(try average(working, days: 30, .rupiah) == vector.expected("averageBalance"))
    #expect(try average(working, days: 1, .rupiah) == vector.expected("weightedSum"))
  }

  @Test func theAverageOfBinusForgetsToDivide() throws {
    let vector = try Vector.named("sav-adb-binus-bad")
    #expect(!vector.recomputed)
    let june = try period("2014-06-01", "2014-06-30")
    let working = try SavingsInterest.working(
      terms: vector.terms(.average, rounding: .rupiah), period: june, opening: .zero,
      movements: vector.segments(from: june.first))
    #expect(try working.gross != vector.expected("printedInterest"))
    #expect(try working.gross == vector.expected("correctInterest"))
    #expect(try average(working, days: 30, .rupiah) != vector.expected("printedAverage"))
    #expect(try average(working, days: 30, .rupiah) == vector.expected("correctAverage"))
  }

  @Test func theDailySumOfFortuneIsMistyped() throws {
    let vector = try Vector.named("sav-fortune-daily-bad")
    #expect(!vector.recomputed)
    let nineDays = try period("2026-03-01", "2026-03-09")
    let working = try SavingsInterest.working(
      terms: vector.terms(.daily, rounding: .sen), period: nineDays, opening: .zero,
      movements: vector.segments(from: nineDays.first))
    #expect(try working.gross == vector.expected("correctUnrounded"))
    let cut = try working.runs.map { try Rounding.downToRupiah.round($0.interest) }
    #expect(try cut == vector.amounts("printedParts"))
    let sum = try cut.reduce(Rupiah.zero) { try $0 + $1 }
    #expect(try sum == vector.expected("correctTotalOfTruncatedParts"))
    #expect(try sum != vector.expected("printedTotal"))
  }

  @Test func lowestBalanceCutToTheRupiahAndTaxedByABank() throws {
    let vector = try Vector.named("sav-fortune-lowest-trunc")
    let working = try still(vector, period("2026-03-01", "2026-03-31"), rounding: .downToRupiah)
    #expect(try working.gross == vector.expected("interest"))
    let bank = InterestTaxRule(
      effectiveFrom: try BookMonth(year: 2026, month: 1), memberKind: .individual,
      threshold: .zero, rate: try Share(billionths: vector.rate("taxRate").billionths))
    let tax = try InterestTax(rule: bank, accounts: [working.gross])
    #expect(try tax.perAccount == [vector.expected("tax")])
    #expect(try working.gross - tax.monthlyTax == vector.expected("net"))
  }

  @Test func lowestBalanceOfAFebruary() throws {
    let vector = try Vector.named("sav-lowest-30m-5pct-28")
    let working = try still(vector, period("2025-02-01", "2025-02-28"), rounding: .rupiah)
    #expect(try working.gross == vector.expected("interest"))
    #expect(working.runs.map(\.days) == [28])
  }

  @Test func lowestBalanceOfAJanuaryToTenSen() throws {
    let vector = try Vector.named("sav-lowest-1m-6pct-jan")
    let tenSen = try Rounding(.halfUp, to: Rupiah(sen: 10))
    let working = try still(vector, period("2026-01-01", "2026-01-31"), rounding: tenSen)
    #expect(try working.gross == vector.expected("interest"))
    #expect(working.runs.map(\.days) == [30])
  }

  @Test func theAverageOfIDNTimesForgetsThirteenDays() throws {
    let vector = try Vector.named("sav-idntimes-bad")
    #expect(!vector.recomputed)
    let february = try period("2025-02-01", "2025-02-28")
    let terms = try vector.terms(.average, dayCount: .actual365, rounding: .rupiah)
    let movements = try vector.segments("printedSegments", from: february.first)
    // By the rules the last balance stands until the end of the month.
    let working = try SavingsInterest.working(
      terms: terms, period: february, opening: .zero, movements: movements)
    #expect(try working.gross != vector.expected("printedInterest"))
    #expect(working.gross == 184_932)
    #expect(try average(working, days: 28, .rupiah) == 48_214_286)
    // The printed figures belong to an account that was emptied on the sixteenth.
    let emptied = movements + [.init(try day("2025-02-16"), -50_000_000)]
    let other = try SavingsInterest.working(
      terms: terms, period: february, opening: .zero, movements: emptied)
    #expect(try other.gross == vector.expected("printedInterest"))
    #expect(try average(other, days: 28, .rupiah) == vector.expected("printedAverage"))
  }

  @Test func aTruncatedMonthlyQuoteIsKeptAsQuoted() throws {
    let vector = try Vector.named("sav-simulti-8pct-month")
    let january = try period("2026-01-01", "2026-01-31")
    func gross(_ rate: Rate) throws -> Rupiah {
      let terms = InterestTerms(
        dayCount: .twelfth, tiers: [.init(from: .zero, rate: rate)], rounding: .rupiah)
      let balance = try vector.input("balance")
      return try SavingsInterest.working(
        terms: terms, period: january, opening: balance, movements: []
      ).gross
    }
    #expect(try gross(vector.rate("annualRate")) == vector.expected("byAnnual"))
    #expect(try gross(vector.rate("quotedMonthlyRate", per: .month)) == vector.expected("byQuoted"))
  }

  // MARK: - Helpers

  /// The interest of an account that never moves, by its lowest balance.
  private func still(
    _ vector: Vector, _ period: BookPeriod, rounding: Rounding
  ) throws -> InterestWorking {
    try SavingsInterest.working(
      terms: vector.terms(.lowest, rounding: rounding), period: period,
      opening: vector.input("balance"), movements: [])
  }

  /// The sum of balance times days over the runs, divided by a number of days.
  private func average(
    _ working: InterestWorking, days: Int128, _ rounding: Rounding
  ) throws -> Rupiah {
    let sum = working.runs.reduce(Int128(0)) { $0 + Int128($1.balance.sen) * Int128($1.days) }
    return try rounding.round(sum, over: days)
  }
}
