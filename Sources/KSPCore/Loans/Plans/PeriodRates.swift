/// The rate of every period of a plan as exact fractions over one denominator.
struct PeriodRates {
  /// The rate of each period, times ``denominator``.
  let numerators: [UInt64]
  /// What they are divided by; never zero.
  let denominator: UInt64

  /// - Throws: `loan.planInvalid` when a period is so long that its rate cannot be counted.
  init(_ rate: Rate, weights: [Int128], dayCount: LoanDayCount) throws(LedgerError) {
    let yearly = Int128(rate.billionthsPerYear)
    var divisor = 1_000_000_000 * dayCount.denominator
    var largest = divisor
    for weight in weights {
      let numerator = yearly * weight
      divisor = PeriodRates.greatestCommonDivisor(divisor, numerator)
      largest = max(largest, numerator)
    }
    // Sums of a numerator and the denominator are multiplied 64 bits at a time.
    guard largest / divisor < Int128(Int64.max) / 2 else {
      throw .loanPlanInvalid(
        Phrase("jarak angsurannya terlalu panjang", "its installments lie too far apart"))
    }
    denominator = UInt64(1_000_000_000 * dayCount.denominator / divisor)
    numerators = weights.map { UInt64(yearly * $0 / divisor) }
  }

  private static func greatestCommonDivisor(_ left: Int128, _ right: Int128) -> Int128 {
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
    try rounding.round(exact(on: balance, period: period))
  }

  /// The interest of all periods together on a balance that does not change, rounded once.
  ///
  /// - Throws: `amount.overflow`.
  func simpleInterest(on balance: Rupiah, _ rounding: Rounding) throws(LedgerError) -> Rupiah {
    try rounding.round(exactSimple(on: balance))
  }
}
