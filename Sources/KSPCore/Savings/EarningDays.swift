/// The days of one account in one period, as stretches of equal closing balance.
struct EarningDays {
  /// Days in a row with the same closing balance.
  private struct Stretch {
    let first: BookDate
    let last: BookDate
    let balance: Rupiah
  }

  private let terms: InterestTerms
  private let period: BookPeriod
  private let span: EarningSpan?
  private var stretches: [Stretch] = []
  private var balance: Rupiah
  private var since: BookDate

  init(terms: InterestTerms, period: BookPeriod, opening: Rupiah) {
    self.terms = terms
    self.period = period
    span = EarningSpan(period, countsPostingDay: terms.countsPostingDay)
    balance = opening
    since = period.first
  }

  mutating func move(_ movement: SavingsInterest.Movement) throws(LedgerError) {
    guard since <= movement.date, movement.date <= period.last else {
      throw .interestMovementsUnordered(movement.date)
    }
    if movement.date > since { close(before: movement.date) }
    try balance += movement.amount
    since = movement.date
  }

  mutating func finish() throws(LedgerError) {
    close(before: .unchecked(period.last.dayNumber + 1))
  }

  /// Ends the stretch on the day before `next`; what does not earn is cut off.
  private mutating func close(before next: BookDate) {
    guard let span, since <= span.last else { return }
    let last = min(BookDate.unchecked(next.dayNumber - 1), span.last)
    if let before = stretches.last, before.balance == balance {
      stretches[stretches.count - 1] = Stretch(first: before.first, last: last, balance: balance)
    } else {
      stretches.append(Stretch(first: since, last: last, balance: balance))
    }
  }

  // MARK: - Methods

  /// Each day's closing balance at the rate of its tier.
  func daily() throws(LedgerError) -> InterestWorking {
    var sum: Int128 = 0
    var runs: [InterestWorking.Run] = []
    runs.reserveCapacity(stretches.count)
    var rounded = Rupiah.zero
    for stretch in stretches {
      let rate = terms.rate(for: stretch.balance)
      let part = part(of: stretch)
      let exact = try product(stretch.balance, rate, part.weight)
      sum = try sum.adding(exact)
      var interest = try share(exact)
      if terms.roundingMoment == .eachDay {
        interest = try eachDay(stretch, rate)
        try rounded += interest
      }
      runs.append(run(stretch, days: part.days, balance: stretch.balance, rate, interest))
    }
    let gross =
      terms.roundingMoment == .eachDay ? rounded : try terms.rounding.round(sum, over: denominator)
    return try InterestWorking(terms: terms, period: period, runs: runs, gross: gross)
  }

  /// Every day of a stretch rounded by itself. Days of equal weight are rounded once.
  private func eachDay(_ stretch: Stretch, _ rate: Rate) throws(LedgerError) -> Rupiah {
    guard let span else { return .zero }
    var total = Rupiah.zero
    var day = stretch.first
    var last: (weight: Int128, interest: Rupiah)?
    while day <= stretch.last {
      let weight = terms.dayCount.part(from: day, through: day, in: span).weight
      if last?.weight != weight {
        let exact = try product(stretch.balance, rate, weight)
        last = (weight, try terms.rounding.round(exact, over: denominator))
      }
      try total += last?.interest ?? .zero
      day = .unchecked(day.dayNumber + 1)
    }
    return total
  }

  /// The lowest closing balance for the whole period.
  func lowest() throws(LedgerError) -> InterestWorking {
    guard let lowest = stretches.map(\.balance).min() else { return try nothing }
    return try whole(lowest, at: terms.rate(for: lowest), over: 1)
  }

  /// The unweighted mean of the successive balances for the whole period (Kepmen 96/2004).
  func mean() throws(LedgerError) -> InterestWorking {
    guard !stretches.isEmpty else { return try nothing }
    var sum: Int128 = 0
    // A balance below zero earns nothing, and takes nothing from the others.
    for stretch in stretches { sum = try sum.adding(Int128(stretch.balance.orZero.sen)) }
    let count = Int128(stretches.count)
    return try whole(sum, count: count, at: rate(ofSum: sum, count: count))
  }

  /// The day-weighted average; its tier decides the rate, and each stretch shows its share.
  func average() throws(LedgerError) -> InterestWorking {
    var weighted: Int128 = 0
    var weights: Int128 = 0
    for stretch in stretches {
      let weight = part(of: stretch).weight
      // A day below zero earns nothing, and takes nothing from the others.
      weighted = try weighted.adding(Int128(stretch.balance.orZero.sen).multiplied(by: weight))
      weights += weight
    }
    guard weights > 0, let rate = try rate(ofSum: weighted, count: weights), weighted > 0 else {
      return try InterestWorking(terms: terms, period: period, runs: idleRuns(), gross: .zero)
    }
    var runs: [InterestWorking.Run] = []
    for stretch in stretches {
      let part = part(of: stretch)
      let interest = try share(try product(stretch.balance, rate, part.weight))
      runs.append(run(stretch, days: part.days, balance: stretch.balance, rate, interest))
    }
    let exact = try weighted.multiplied(by: Int128(rate.billionthsPerYear))
    let gross = try terms.rounding.round(exact, over: denominator)
    return try InterestWorking(terms: terms, period: period, runs: runs, gross: gross)
  }

  // MARK: - Pieces

  private var nothing: InterestWorking {
    get throws(LedgerError) {
      try InterestWorking(terms: terms, period: period, runs: [], gross: .zero)
    }
  }

  private func idleRuns() throws(LedgerError) -> [InterestWorking.Run] {
    stretches.map { run($0, days: part(of: $0).days, balance: $0.balance, .zero, .zero) }
  }

  /// One balance for the whole period.
  private func whole(
    _ balance: Rupiah, at rate: Rate, over count: Int128
  ) throws(LedgerError) -> InterestWorking {
    try whole(Int128(balance.sen), count: count, at: rate)
  }

  private func whole(
    _ sum: Int128, count: Int128, at rate: Rate?
  ) throws(LedgerError) -> InterestWorking {
    guard let span else { return try nothing }
    let part = terms.dayCount.part(from: span.first, through: span.last, in: span)
    let rate = rate ?? .zero
    let exact = try max(sum, 0).multiplied(by: Int128(rate.billionthsPerYear))
      .multiplied(by: part.weight)
    let divisor = try denominator.multiplied(by: count)
    let run = InterestWorking.Run(
      from: span.first, through: span.last, days: part.days,
      balance: try Rounding.sen.round(sum, over: count), rate: rate,
      interest: try Rounding.sen.round(exact, over: divisor))
    let gross = try terms.rounding.round(exact, over: divisor)
    return try InterestWorking(terms: terms, period: period, runs: [run], gross: gross)
  }

  /// The rate of the tier that `sum / count` reaches, compared without dividing; nil for none.
  private func rate(ofSum sum: Int128, count: Int128) throws(LedgerError) -> Rate? {
    guard sum > 0, sum >= (try Int128(terms.floor.sen).multiplied(by: count)) else { return nil }
    var rate: Rate?
    for tier in terms.tiers {
      guard try Int128(tier.threshold.sen).multiplied(by: count) <= sum else { break }
      rate = tier.rate
    }
    return rate
  }

  private func run(
    _ stretch: Stretch, days: Int, balance: Rupiah, _ rate: Rate, _ interest: Rupiah
  ) -> InterestWorking.Run {
    InterestWorking.Run(
      from: stretch.first, through: stretch.last, days: days, balance: balance, rate: rate,
      interest: interest)
  }

  private func part(of stretch: Stretch) -> DayCount.Part {
    guard let span else { return DayCount.Part(days: 0, weight: 0) }
    return terms.dayCount.part(from: stretch.first, through: stretch.last, in: span)
  }

  /// What every exact figure is divided by: billionths of a rate times the day count's denominator.
  private var denominator: Int128 { 1_000_000_000 * terms.dayCount.denominator }

  private func share(_ exact: Int128) throws(LedgerError) -> Rupiah {
    try Rounding.sen.round(exact, over: denominator)
  }

  private func product(
    _ balance: Rupiah, _ rate: Rate, _ weight: Int128
  ) throws(LedgerError) -> Int128 {
    try (Int128(balance.orZero.sen) * Int128(rate.billionthsPerYear)).multiplied(by: weight)
  }
}
