import KSPCore
import KSPTestSupport
import Testing

@Suite struct SavingsInterestTests {
  private func terms(
    _ method: InterestTerms.Method = .daily, _ dayCount: DayCount = .actual365,
    rate: String = "36.5%/year", floor: Rupiah = .zero, countsPostingDay: Bool = true,
    rounding: Rounding = .sen, moment: InterestTerms.RoundingMoment = .posting
  ) throws -> InterestTerms {
    InterestTerms(
      method: method, dayCount: dayCount,
      tiers: [.init(from: .zero, rate: try Rate(parsing: rate))], floor: floor,
      countsPostingDay: countsPostingDay, rounding: rounding, roundingMoment: moment)
  }

  private func working(
    _ terms: InterestTerms, _ first: String, _ last: String, opening: Rupiah = 1_000,
    _ movements: [(String, Rupiah)] = []
  ) throws -> InterestWorking {
    try SavingsInterest.working(
      terms: terms, period: period(first, last), opening: opening,
      movements: movements.map { .init(try day($0.0), $0.1) })
  }

  // MARK: - Which days

  @Test func theClosingBalanceOfADayIncludesTheDay() throws {
    // 36.5 % over 365 days is one rupiah a day for each thousand.
    let result = try working(
      terms(), "2026-01-01", "2026-01-10", [("2026-01-04", 1_000), ("2026-01-04", -500)])
    #expect(result.gross == Rupiah(sen: 1_350))
    #expect(result.runs.map(\.days) == [3, 7])
  }

  @Test func aWithdrawalPaidBackOnTheSameDayLeavesNoTrace() throws {
    let result = try working(
      terms(), "2026-01-01", "2026-01-10", [("2026-01-04", -1_000), ("2026-01-04", 1_000)])
    #expect(result.runs.count == 1)
    #expect(result.gross == 10)
  }

  @Test func thePostingDayCanBeLeftOut() throws {
    for method in InterestTerms.Method.allCases {
      // What happens on the posting day must not be seen by any method.
      let result = try working(
        terms(method, countsPostingDay: false), "2026-01-01", "2026-01-11",
        [("2026-01-11", -1_000)])
      #expect(result.gross == 10, "\(method)")
      #expect(result.runs.map(\.days) == [10])
    }
  }

  @Test func aPeriodOfOnlyThePostingDayEarnsNothing() throws {
    for method in InterestTerms.Method.allCases {
      let result = try working(
        terms(method, countsPostingDay: false), "2026-01-31", "2026-01-31")
      #expect(result.gross == .zero)
      #expect(result.runs.isEmpty)
    }
  }

  @Test func daysThatEarnNothingAreListed() throws {
    let result = try working(
      terms(floor: 1_500), "2026-01-01", "2026-01-10", [("2026-01-06", 500)])
    #expect(result.runs.map(\.days) == [5, 5])
    #expect(result.runs.map(\.rate.isZero) == [true, false])
    #expect(result.runs.map(\.interest) == [.zero, Rupiah(sen: 750)])
  }

  // MARK: - Which share of a year

  @Test func wholeMonthsOfThirtyDays() throws {
    let months = [
      ("2026-02-01", "2026-02-28"), ("2024-02-01", "2024-02-29"), ("2026-01-01", "2026-01-31"),
      ("2026-04-01", "2026-04-30"),
    ]
    for (first, last) in months {
      for counts in [true, false] {
        let result = try working(
          terms(.daily, .thirty360, rate: "36%/year", countsPostingDay: counts), first, last)
        #expect(result.runs.map(\.days) == [30], "\(first), posting day counts: \(counts)")
        #expect(result.gross == 30)
        let twelfth = try working(
          terms(.daily, .twelfth, rate: "36%/year", countsPostingDay: counts), first, last)
        #expect(twelfth.gross == 30)
      }
    }
  }

  @Test func theThirtyFirstAddsNothing() throws {
    let result = try working(
      terms(.daily, .thirty360, rate: "36%/year"), "2026-01-01", "2026-01-31",
      [("2026-01-31", 1_000_000)])
    #expect(result.runs.map(\.days) == [30, 0])
    #expect(result.gross == 30)
  }

  @Test func newYearSplitsActualActual() throws {
    // 16 days of 2023 over 365 and 15 of 2024 over 366, on 1,000 at 100 %.
    let result = try working(
      terms(.daily, .actualActual, rate: "100%/year"), "2023-12-16", "2024-01-15")
    #expect(result.gross == Rupiah(sen: 8_482))
    let plain = try working(
      terms(.daily, .actual365, rate: "100%/year"), "2023-12-16", "2024-01-15")
    #expect(plain.gross == Rupiah(sen: 8_493))
  }

  // MARK: - Which rate

  @Test func theTierIsThatOfTheWholeBalance() throws {
    var tiered = try terms(rate: "0%/year")
    tiered.tiers.append(.init(from: 5_000, rate: try Rate(parsing: "36.5%/year")))
    func gross(_ opening: Rupiah) throws -> Rupiah {
      try working(tiered, "2026-01-01", "2026-01-10", opening: opening).gross
    }
    #expect(try gross(Rupiah(sen: 499_999)) == .zero)
    #expect(try gross(5_000) == 50)
  }

  @Test func theTierOfAnAverageIsComparedExactly() throws {
    // Nine days at 1,000 and one at 2,000 average exactly 1,100; a sen less on it falls short.
    var tiered = try terms(.average, rate: "0%/year")
    tiered.tiers.append(.init(from: 1_100, rate: try Rate(parsing: "36.5%/year")))
    let exact = try working(tiered, "2026-01-01", "2026-01-10", [("2026-01-10", 1_000)])
    #expect(exact.gross == 11)
    let short = Rupiah(sen: 99_999)
    let below = try working(tiered, "2026-01-01", "2026-01-10", [("2026-01-10", short)])
    #expect(below.gross == .zero)
  }

  @Test func debtsEarnNothingAndTakeNothingFromAnAverage() throws {
    let movements: [(String, Rupiah)] = [("2026-01-06", -2_000)]
    let daily = try working(terms(), "2026-01-01", "2026-01-10", movements)
    #expect(daily.gross == 5)
    let average = try working(terms(.average), "2026-01-01", "2026-01-10", movements)
    #expect(average.gross == 5)
    let less = try working(terms(.average), "2026-01-01", "2026-01-10", [("2026-01-06", -1_500)])
    #expect(less.gross == 5)
  }

  // MARK: - Rounding and refusals

  @Test func roundedOnceOrEachDay() throws {
    // 1,600 earn 1.60 a day: 16 after ten days, 20 when each day is rounded to the rupiah.
    let once = try working(
      terms(rounding: .rupiah), "2026-01-01", "2026-01-10", opening: 1_600)
    #expect(once.gross == 16)
    let daily = try working(
      terms(rounding: .rupiah, moment: .eachDay), "2026-01-01", "2026-01-10", opening: 1_600)
    #expect(daily.gross == 20)
    #expect(daily.runs.map(\.interest) == [20])
    for method in [InterestTerms.Method.lowest, .average, .mean] {
      let other = try working(
        terms(method, rounding: .rupiah, moment: .eachDay), "2026-01-01", "2026-01-10",
        opening: 1_600)
      #expect(other.gross == 16, "each day is meant for the daily method only")
    }
  }

  @Test(arguments: [
    ["2025-12-31"], ["2026-02-01"], ["2026-01-05", "2026-01-04"],
  ])
  func movementsOutsideOrOutOfOrderAreRefused(dates: [String]) throws {
    let movements = try dates.map { SavingsInterest.Movement(try day($0), 1) }
    let january = try period("2026-01-01", "2026-01-31")
    let terms = try terms()
    #expect(
      refusal { () throws(LedgerError) in
        try SavingsInterest.working(
          terms: terms, period: january, opening: 1, movements: movements)
      } == .interestMovementsUnordered)
  }

  @Test(arguments: InterestTerms.Method.allCases, DayCount.allCases)
  func tooMuchIsAnErrorAndNeverATrap(method: InterestTerms.Method, dayCount: DayCount) throws {
    let terms = try terms(method, dayCount, rate: "1000%/month")
    let january = try period("2026-01-01", "2026-12-31")
    let most = Rupiah(sen: Int64.max)
    #expect(
      refusal { () throws(LedgerError) in
        try SavingsInterest.working(terms: terms, period: january, opening: most, movements: [])
      } == .amountOverflow)
    let movements = [SavingsInterest.Movement(january.first, 1)]
    #expect(
      refusal { () throws(LedgerError) in
        try SavingsInterest.working(
          terms: terms, period: january, opening: most, movements: movements)
      } == .amountOverflow)
  }
}
