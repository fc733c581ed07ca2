import KSPCore
import KSPTestSupport

/// Interest worked out day by day in fractions, from the rules as people say them.
///
/// It knows nothing of stretches, common denominators or early exits.
struct InterestOracle {
  let terms: InterestTerms
  let period: BookPeriod
  let opening: Int64
  let movements: [SavingsInterest.Movement]

  /// The days that earn, in order.
  var days: [BookDate] {
    let last = period.last.dayNumber - (terms.countsPostingDay ? 0 : 1)
    guard last >= period.first.dayNumber else { return [] }
    return (period.first.dayNumber...last).compactMap { try? BookDate(dayNumber: $0) }
  }

  /// The closing balance of a day, in sen.
  func balance(_ day: BookDate) -> Int64 {
    movements.filter { $0.date <= day }.reduce(opening) { $0 + $1.amount.sen }
  }

  /// The share of a year that one day is.
  func weight(_ day: BookDate) -> Fraction {
    let (year, _, number) = day.components
    let isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
    switch terms.dayCount {
    case .actual365: return Fraction(1, 365)
    case .actual360: return Fraction(1, 360)
    case .actualActual: return Fraction(1, isLeap ? 366 : 365)
    case .thirty365: return Fraction(thirty(day, number), 365)
    case .thirty360: return Fraction(thirty(day, number), 360)
    case .twelfth: return Fraction(1, Int128(12 * earningDaysOfMonth(day)))
    }
  }

  /// How many of its month's thirty days a day stands for: the last takes up what is missing, and
  /// a thirty-first none.
  private func thirty(_ day: BookDate, _ number: Int) -> Int128 {
    if number == earningDaysOfMonth(day) { return Int128(max(0, 30 - (number - 1))) }
    return number <= 30 ? 1 : 0
  }

  private func earningDaysOfMonth(_ day: BookDate) -> Int {
    let (year, month, _) = day.components
    var count = 28
    while (try? BookDate(year: year, month: month, day: count + 1)) != nil { count += 1 }
    let end = try? BookDate(year: year, month: month, day: count)
    return !terms.countsPostingDay && end == period.last ? count - 1 : count
  }

  /// The rate per year that an exact balance earns.
  func rate(_ balance: Fraction) -> Fraction {
    guard balance > Fraction(0), balance >= Fraction(Int128(terms.floor.sen)) else {
      return Fraction(0)
    }
    let reached = terms.tiers.filter { Fraction(Int128($0.threshold.sen)) <= balance }
    guard let tier = reached.max(by: { $0.threshold < $1.threshold }) else { return Fraction(0) }
    let perYear = Int128(tier.rate.billionths) * (tier.rate.basis == .month ? 12 : 1)
    return Fraction(perYear, 1_000_000_000)
  }

  /// The interest in sen.
  var gross: Int128 {
    let mode = terms.rounding.mode.rawValue
    let step = Int128(terms.rounding.step.sen)
    let balances = days.map { Fraction(Int128(balance($0))) }
    let weights = days.map(weight)
    let year = weights.reduce(Fraction(0), +)
    switch terms.method {
    case .daily:
      let daily = zip(balances, weights).map { $0 * rate($0) * $1 }
      guard terms.roundingMoment == .eachDay else {
        return daily.reduce(Fraction(0), +).rounded(mode, step: step)
      }
      return daily.reduce(0) { $0 + $1.rounded(mode, step: step) }
    case .lowest:
      guard let lowest = balances.min() else { return 0 }
      return (lowest * rate(lowest) * year).rounded(mode, step: step)
    case .average:
      let sum = zip(balances, weights).reduce(Fraction(0)) { $0 + max($1.0, Fraction(0)) * $1.1 }
      guard year > Fraction(0) else { return 0 }
      return (sum * rate(sum / year)).rounded(mode, step: step)
    case .mean:
      var different: [Fraction] = []
      for balance in balances where different.last != balance { different.append(balance) }
      guard !different.isEmpty else { return 0 }
      let mean =
        different.map { max($0, Fraction(0)) }.reduce(Fraction(0), +)
        / Fraction(Int128(different.count))
      return (mean * rate(mean) * year).rounded(mode, step: step)
    }
  }
}

/// A random account: terms, period, opening and movements.
struct RandomAccount {
  var terms: InterestTerms
  var period: BookPeriod
  var opening: Rupiah
  var movements: [SavingsInterest.Movement]

  init(
    _ method: InterestTerms.Method, _ dayCount: DayCount, using generator: inout SplitMix64
  ) throws {
    let tierCount = Int.random(in: 0...3, using: &generator)
    var tiers: [InterestTerms.Tier] = []
    for index in 0..<tierCount {
      let threshold = Int64.random(in: 0...3_000_000, using: &generator) * Int64(index)
      let rate = try Rate(
        billionths: Int64.random(in: 0...150_000_000, using: &generator),
        per: [Rate.Basis.year, .month].randomElement(using: &generator) ?? .year)
      tiers.append(.init(from: try Rupiah(rupiah: threshold), rate: rate))
    }
    // Two tiers of one threshold have no order of their own, so the account has none such.
    tiers = tiers.reduce(into: []) { kept, tier in
      if !kept.contains(where: { $0.threshold == tier.threshold }) { kept.append(tier) }
    }
    let step = [1, 100, 10_000].randomElement(using: &generator) ?? 1
    terms = InterestTerms(
      method: method, dayCount: dayCount, tiers: tiers,
      floor: try Rupiah(
        rupiah: Bool.random(using: &generator)
          ? 0 : Int64.random(in: 0...500_000, using: &generator)),
      countsPostingDay: Bool.random(using: &generator),
      rounding: try Rounding(
        Rounding.Mode.allCases.randomElement(using: &generator) ?? .halfUp,
        to: Rupiah(sen: Int64(step))),
      roundingMoment: Int.random(in: 0..<4, using: &generator) == 0 ? .eachDay : .posting)
    period = try RandomAccount.period(using: &generator)
    opening = Rupiah(sen: Int64.random(in: -10_000_000...600_000_000, using: &generator))
    movements = []
    let count = Int.random(in: 0...6, using: &generator)
    for _ in 0..<count {
      let day = try period.first.adding(
        days: Int.random(in: 0..<period.dayCount, using: &generator))
      // Small whole amounts, and a movement of nothing now and then, so that balances repeat.
      let amount = try Rupiah(rupiah: Int64.random(in: -3...3, using: &generator) * 500_000)
      movements.append(.init(day, amount))
    }
    movements.sort { $0.date < $1.date }
  }

  /// Mostly whole months, February and New Year among them; otherwise any stretch.
  private static func period(using generator: inout SplitMix64) throws -> BookPeriod {
    let month = try BookMonth(ordinal: Int32.random(in: 23_880...24_500, using: &generator))
    guard Int.random(in: 0..<3, using: &generator) == 0 else { return BookPeriod(month) }
    let first = try month.firstDay.adding(days: Int.random(in: 0...30, using: &generator))
    return try BookPeriod(
      from: first,
      through: first.adding(days: Int.random(in: 0...100, using: &generator)))
  }
}
