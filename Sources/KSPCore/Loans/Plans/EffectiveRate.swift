/// What a loan really costs: the rate at which its payments are worth the money that was received.
///
/// Two loans can be compared by it, whatever their method and fees: 1.5 % flat a month for a year
/// is 2.64 % a month on what is owed, 36.76 % when compounded over a year.
public struct EffectiveRate: Hashable, Sendable, Codable {
  /// The rate per month, week or day, in trillionths.
  public let trillionthsPerUnit: Int64
  /// What that is a rate per.
  public let unit: InstallmentInterval.Unit

  /// Computes the rate of a plan.
  ///
  /// Time is counted in whole months, weeks or days back from the first due date; days left over
  /// earn simple interest. The rate is exact to a trillionth. There is none when nothing is paid
  /// out, or above 10,000 % per unit.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - fees: What is cut from the money at disbursement besides interest in advance.
  /// - Throws: `amount.overflow`.
  public init?(_ plan: InstallmentPlan, fees: Rupiah = .zero) throws(LedgerError) {
    let received = try plan.principal - plan.interestInAdvance - fees
    guard received.isPositive else { return nil }
    let flow = try CashFlow(plan)
    var low: Int64 = 0
    var high = EffectiveRate.trillion
    while flow.isWorth(received, at: high) {
      guard high < 100 * EffectiveRate.trillion else { return nil }
      low = high
      high *= 2
    }
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if flow.isWorth(received, at: middle) { low = middle } else { high = middle }
    }
    trillionthsPerUnit = low
    unit = plan.terms.interval.unit
  }

  /// The rate for a year without compounding, rounded to the nearest billionth; nil above 1,000 %.
  public var nominal: Rate? {
    try? Rate(
      billionths: (trillionthsPerUnit * Int64(unit.perYear) + 500) / 1_000, per: .year)
  }

  /// The rate for a year, compounded, in billionths, rounded to the nearest; nil when it cannot be
  /// counted.
  package var billionthsPerYear: Int64? {
    var growth = Int128(EffectiveRate.trillion) * 1_000_000
    for _ in 0..<unit.perYear {
      let (product, overflow) = growth.multipliedReportingOverflow(
        by: Int128(EffectiveRate.trillion) + Int128(trillionthsPerUnit))
      guard !overflow else { return nil }
      growth = product / Int128(EffectiveRate.trillion)
    }
    let billionths = (growth / 1_000_000 - Int128(EffectiveRate.trillion) + 500) / 1_000
    return Int64(exactly: billionths)
  }

  /// The compounded rate for a year as a percentage with at most four decimals: `36.4221`.
  public var yearlyPercentText: String? {
    billionthsPerYear.map { billionths in
      let (whole, rest) = ((billionths + 500) / 1_000).quotientAndRemainder(dividingBy: 10_000)
      guard rest != 0 else { return "\(whole)" }
      let digits = String(rest)
      var text = "\(whole)." + String(repeating: "0", count: 4 - digits.count) + digits
      while text.last == "0" { text.removeLast() }
      return text
    }
  }

  static let trillion: Int64 = 1_000_000_000_000
}
