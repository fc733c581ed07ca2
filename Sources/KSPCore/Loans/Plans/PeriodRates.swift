/// The rate of every period of a plan as exact fractions over one denominator.
struct PeriodRates {
  /// The rate of each period, times ``denominator``.
  let numerators: [UInt64]
  /// What they are divided by; never zero.
  let denominator: UInt64

  /// The rates of the periods of a plan.
  ///
  /// Days count as the day count has them. A rate by the day or the week is for so many of them,
  /// real days being days in any year; one for the whole term is shared among its days.
  ///
  /// - Throws: `loan.planInvalid` when a period is so long that its rate cannot be counted.
  init(_ terms: PlanTerms, _ dates: DueDates) throws(LedgerError) {
    let weights = dates.weights(terms.countedBy)
    let time = terms.time(over: weights)
    try self.init(
      yearly: UInt128(terms.rate.billionths) * UInt128(time.times), weights: weights,
      whole: 1_000_000_000 * time.parts)
  }

  /// - Throws: `loan.planInvalid` when a period is so long that its rate cannot be counted.
  private init(yearly: UInt128, weights: [UInt64], whole: UInt64) throws(LedgerError) {
    // Every numerator is the yearly rate times a weight, so that what they have in common is known
    // from the weights alone; these fit 64 bits, their products with a rate need not.
    var (common, largest): (UInt64, UInt64) = (0, 0)
    for weight in weights where weight != common {
      common = PeriodRates.greatestCommonDivisor(weight, common)
      largest = max(largest, weight)
    }
    let divisor = PeriodRates.greatestCommonDivisor(
      whole, UInt64(yearly * UInt128(common) % UInt128(whole)))
    // Sums of a numerator and the denominator are multiplied 64 bits at a time.
    let most = max(yearly * UInt128(largest), UInt128(whole)) / UInt128(divisor)
    guard most < UInt128(Int64.max / 2) else {
      throw .loanPlanInvalid(
        Phrase(id: "jarak angsurannya terlalu panjang", en: "its installments lie too far apart"))
    }
    denominator = whole / divisor
    let unit = UInt64(yearly * UInt128(common) / UInt128(divisor))
    numerators = weights.map { $0 == common ? unit : $0 / common * unit }
  }

  private static func greatestCommonDivisor(_ left: UInt64, _ right: UInt64) -> UInt64 {
    var (left, right) = (left, right)
    while right != 0 { (left, right) = (right, left % right) }
    return left
  }

  /// The interest of one period on a balance, before it is rounded.
  func exact(on balance: Rupiah, period: Int) -> ExactAmount {
    ExactAmount(
      sen: Int128(balance.sen) * Int128(numerators[period]), over: Int128(denominator))
  }

  /// The interest of all periods together on a balance that does not change, before it is rounded.
  ///
  /// - Throws: `amount.overflow`.
  func exactSimple(on balance: Rupiah) throws(LedgerError) -> ExactAmount {
    let total = numerators.reduce(Int128(0)) { $0 + Int128($1) }
    return ExactAmount(
      sen: try Int128(balance.sen).multiplied(by: total), over: Int128(denominator))
  }

  /// The interest of one period on a balance, rounded.
  ///
  /// - Throws: `amount.overflow`.
  func interest(on balance: Rupiah, period: Int, _ rounding: Rounding) throws(LedgerError) -> Rupiah
  {
    try rounding.round(balance, times: numerators[period], over: denominator)
  }

  /// The interest of all periods together on a balance that does not change, rounded once.
  ///
  /// - Throws: `amount.overflow`.
  func simpleInterest(on balance: Rupiah, _ rounding: Rounding) throws(LedgerError) -> Rupiah {
    try rounding.round(exactSimple(on: balance))
  }
}

extension PlanTerms {
  /// The day count by which the periods are measured: days and weeks are the same in every year.
  var countedBy: LoanDayCount {
    dayCount == .actualActual && !rate.basis.isOfCalendar ? .actual365 : dayCount
  }

  /// What a weight is multiplied by, and divided by, to become a number of the rate's periods.
  func time(over weights: [UInt64]) -> (times: UInt64, parts: UInt64) {
    switch rate.basis {
    case .year: (1, countedBy.denominator)
    case .month: (12, countedBy.denominator)
    case .day: (1, 1)
    case .week: (1, 7)
    // Of the term that was agreed, with all of its installments.
    case .term: (UInt64(count), weights.reduce(0, +) * UInt64(rateCount ?? count))
    }
  }
}
