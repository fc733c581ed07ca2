/// One figure over another, exactly.
struct HealthFraction {
  let numerator: Int128
  /// Greater than zero.
  let denominator: Int128

  /// In lowest terms, so that the products of large figures fit; nil over zero.
  init?(_ numerator: Int128, over denominator: Int128) {
    guard denominator != 0 else { return nil }
    var (divisor, rest) = (denominator.magnitude, numerator.magnitude)
    while rest != 0 { (divisor, rest) = (rest, divisor % rest) }
    let sign: Int128 = denominator < 0 ? -1 : 1
    self.numerator = sign * (numerator / Int128(divisor))
    self.denominator = sign * (denominator / Int128(divisor))
  }

  /// Whether it is so many hundredths of a percent, or more.
  ///
  /// - Throws: `amount.overflow`.
  func reaches(_ hundredths: Int128) throws(LedgerError) -> Bool {
    // Whole ones first, so that only what is less than the denominator is multiplied.
    let (whole, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
    let missing = hundredths - (try whole.multiplied(by: 10_000))
    return try rest.multiplied(by: 10_000) >= denominator.multiplied(by: missing)
  }

  /// The percentage with two decimals, half up: `4.21`.
  ///
  /// - Throws: `amount.overflow`.
  func percent() throws(LedgerError) -> String {
    let (whole, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
    // A percentage has two decimals, as an amount of rupiah has.
    let parts = try Rounding.sen.round(try rest.multiplied(by: 10_000), over: denominator)
    let hundredths = try whole.multiplied(by: 10_000).adding(Int128(parts.sen))
    let (percent, decimals) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    let sign = hundredths < 0 ? "-" : ""
    return "\(sign)\(percent).\(decimals < 10 ? "0" : "")\(decimals)"
  }
}
