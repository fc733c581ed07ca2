import KSPCore
import KSPTestSupport
import Testing

@Suite struct SavingsInterestPropertyTests {
  @Test(arguments: InterestTerms.Method.allCases, DayCount.allCases)
  func agreesWithTheOracle(method: InterestTerms.Method, dayCount: DayCount) throws {
    var generator = SplitMix64(seed: 20_260_131)
    for round in 0..<150 {
      let account = try RandomAccount(method, dayCount, using: &generator)
      let working = try account.working()
      let oracle = InterestOracle(account)
      try #require(Int128(working.gross.sen) == oracle.gross, "round \(round): \(account)")
    }
  }

  @Test(arguments: InterestTerms.Method.allCases, DayCount.allCases)
  func runsCoverTheEarningDaysOnce(method: InterestTerms.Method, dayCount: DayCount) throws {
    var generator = SplitMix64(seed: 7)
    for _ in 0..<60 {
      let account = try RandomAccount(method, dayCount, using: &generator)
      let runs = try account.working().runs
      let earning = InterestOracle(account).days
      try #require(runs.first?.from == earning.first)
      try #require(runs.last?.through == earning.last)
      for (run, next) in zip(runs, runs.dropFirst()) {
        try #require(run.through.days(until: next.from) == 1)
        try #require(run.balance != next.balance, "equal balances are one run")
      }
    }
  }

  @Test(arguments: DayCount.allCases)
  func eachRunShowsItsDays(dayCount: DayCount) throws {
    var generator = SplitMix64(seed: 11)
    for _ in 0..<60 {
      let account = try RandomAccount(.daily, dayCount, using: &generator)
      let oracle = InterestOracle(account)
      let perYear: Fraction? =
        switch dayCount {
        case .thirty365: Fraction(365)
        case .thirty360: Fraction(360)
        case .actual365, .actual360, .actualActual, .twelfth: nil
        }
      for run in try account.working().runs {
        let own = oracle.days.filter { run.from <= $0 && $0 <= run.through }
        let weight = own.map(oracle.weight).reduce(Fraction(0), +)
        let days = perYear.map { weight * $0 } ?? Fraction(Int128(own.count))
        try #require(Fraction(Int128(run.days)) == days)
        try #require(own.allSatisfy { oracle.balance($0) == run.balance.sen })
        guard account.terms.roundingMoment == .posting else { continue }
        let exact =
          Fraction(Int128(run.balance.sen)) * oracle.rate(Fraction(Int128(run.balance.sen)))
          * weight
        try #require(Int128(run.interest.sen) == exact.rounded("half-up", step: 1))
      }
    }
  }

  @Test func roundingEachDayMakesTheRunsAddUpToTheRupiah() throws {
    var generator = SplitMix64(seed: 13)
    for _ in 0..<200 {
      var account = try RandomAccount(.daily, .actual365, using: &generator)
      account.terms.roundingMoment = .eachDay
      #expect(try account.working().roundingDifference == .zero)
    }
  }

  @Test(arguments: InterestTerms.Method.allCases, DayCount.allCases)
  func nothingEarnsNothing(method: InterestTerms.Method, dayCount: DayCount) throws {
    var generator = SplitMix64(seed: 17)
    for _ in 0..<20 {
      var account = try RandomAccount(method, dayCount, using: &generator)
      account.opening = .zero
      account.movements = []
      #expect(try account.working().gross == .zero)
    }
  }

  @Test(arguments: InterestTerms.Method.allCases, DayCount.allCases)
  func neverNegativeAndNeverLessAtAHigherRate(
    method: InterestTerms.Method, dayCount: DayCount
  ) throws {
    var generator = SplitMix64(seed: 19)
    for _ in 0..<60 {
      let account = try RandomAccount(method, dayCount, using: &generator)
      var better = account
      better.terms.tiers = try account.terms.tiers.map { tier in
        let raise = Int64.random(in: 0...20_000_000, using: &generator)
        return .init(
          from: tier.threshold,
          rate: try Rate(billionths: tier.rate.billionths + raise, per: tier.rate.basis))
      }
      let gross = try account.working().gross
      try #require(!gross.isNegative)
      try #require(try better.working().gross >= gross)
    }
  }

  @Test func twoHalvesOfAPeriodEarnWhatTheWholeEarns() throws {
    var generator = SplitMix64(seed: 23)
    for _ in 0..<200 {
      var whole = try RandomAccount(.daily, .actual365, using: &generator)
      whole.terms.countsPostingDay = true
      whole.terms.roundingMoment = .posting
      whole.terms.rounding = .sen
      guard whole.period.dayCount > 1 else { continue }
      let length = Int.random(in: 1..<whole.period.dayCount, using: &generator)
      let split = try whole.period.first.adding(days: length)
      var left = whole
      left.period = try BookPeriod(from: whole.period.first, through: split.adding(days: -1))
      left.movements = whole.movements.filter { $0.date < split }
      var right = whole
      right.period = try BookPeriod(from: split, through: whole.period.last)
      right.movements = whole.movements.filter { $0.date >= split }
      right.opening = try left.movements.reduce(whole.opening) { try $0 + $1.amount }
      let parts = try left.working().gross + right.working().gross
      // Three roundings of at most half a sen each, and whole sen: at most one apart.
      #expect(try abs((parts - whole.working().gross).sen) <= 1)
    }
  }
}

extension RandomAccount {
  func working() throws(LedgerError) -> InterestWorking {
    try SavingsInterest.working(
      terms: terms, period: period, opening: opening, movements: movements)
  }
}

extension InterestOracle {
  init(_ account: RandomAccount) {
    self.init(
      terms: account.terms, period: account.period, opening: account.opening.sen,
      movements: account.movements)
  }
}
