/// The rate of every period of a plan as exact fractions over one denominator.
struct PeriodRates {
  /// The rate of each period, times ``denominator``.
  let numerators: [UInt64]
  /// What they are divided by; never zero.
  let denominator: UInt64

  /// - Throws: `loan.planInvalid` when a period is so long that its rate cannot be counted.
  init(_ rate: Rate, weights: [UInt64], dayCount: LoanDayCount) throws(LedgerError) {
    // Every numerator is the yearly rate times a weight, so that what they have in common is known
    // from the weights alone; these fit 64 bits, their products with a rate need not.
    var (common, largest): (UInt64, UInt64) = (0, 0)
    for weight in weights where weight != common {
      common = PeriodRates.greatestCommonDivisor(weight, common)
      largest = max(largest, weight)
    }
    let yearly = UInt128(rate.billionthsPerYear)
    let whole = 1_000_000_000 * dayCount.denominator
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
