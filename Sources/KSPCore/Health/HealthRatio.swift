/// One ratio of the health worksheet with what it is made of.
public struct HealthRatio: Hashable, Sendable, Codable {
  /// Why a ratio has no percentage.
  public enum Gap: String, Sendable, Codable {
    /// What it would be divided by is nothing.
    case denominatorZero
    /// What it would be divided by is less than nothing: the quotient would say the opposite of
    /// what the ratio means.
    case denominatorNegative
    /// The members' portion of the expenses cannot be worked out: there is no income.
    case incomeZero
    /// The profile says no weights of risk assets.
    case weightsMissing
  }

  /// Which one it is.
  public let name: HealthRatioName
  /// What is divided, to the sen.
  public let numerator: Rupiah
  /// What it is divided by, to the sen.
  public let denominator: Rupiah
  /// The percentage with two decimals, half up, as in `4.21`; nil where there is none.
  public let percent: String?
  /// 1, the best, to 4, by the ratio before it is rounded; nil where there is no percentage.
  public let band: Int?
  /// Why there is no percentage.
  public let gap: Gap?

  /// A ratio of two figures, in hundredths of a sen, each over the same number of parts.
  ///
  /// - Throws: `amount.overflow`.
  init(
    _ name: HealthRatioName, _ numerator: Int128, over denominator: Int128, parts: Int128 = 1,
    gap: Gap? = nil
  ) throws(LedgerError) {
    self.name = name
    let unit = try parts.multiplied(by: 100)
    let sign: Int128 = unit < 0 ? -1 : 1
    self.numerator = try Rounding.sen.round(sign * numerator, over: sign * unit)
    self.denominator = try Rounding.sen.round(sign * denominator, over: sign * unit)
    let gap = gap ?? (sign * denominator < 0 ? .denominatorNegative : nil)
    guard gap == nil, let fraction = HealthFraction(numerator, over: denominator) else {
      (percent, band) = (nil, nil)
      self.gap = gap ?? .denominatorZero
      return
    }
    percent = try fraction.percent()
    band = try name.bands.band(of: fraction)
    self.gap = nil
  }
}
