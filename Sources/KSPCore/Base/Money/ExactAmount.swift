/// An amount before it is rounded, as a fraction.
///
/// ```swift
/// ExactAmount(sen: 100_000, over: 3).decimalText   // "333.333333"
/// ```
public struct ExactAmount: Hashable, Sendable {
  /// The amount in sen, times ``denominator``.
  public let numerator: Int128
  /// What it is divided by; greater than zero.
  public let denominator: Int128

  /// So many sen over a denominator greater than zero.
  public init(sen numerator: Int128, over denominator: Int128) {
    precondition(denominator > 0, "a denominator is a count of days, months or shares")
    self.numerator = numerator
    self.denominator = denominator
  }

  /// The amount in rupiah with at most six decimals and a decimal point; what lies beyond is cut
  /// off, not rounded.
  public var decimalText: String {
    let (sen, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
    let (whole, hundredths) = sen.quotientAndRemainder(dividingBy: 100)
    let beyond = (rest.magnitude.multipliedFullWidth(by: 10_000))
    let digits = hundredths.magnitude * 10_000 + denominator.magnitude.dividingFullWidth(beyond).0
    let sign = numerator < 0 ? "-" : ""
    guard digits != 0 else { return "\(sign)\(whole.magnitude)" }
    var decimals = String(digits)
    decimals = String(repeating: "0", count: 6 - decimals.count) + decimals
    while decimals.last == "0" { decimals.removeLast() }
    return "\(sign)\(whole.magnitude).\(decimals)"
  }
}

extension Rounding {
  /// Rounds an exact amount to a multiple of the step, once.
  ///
  /// - Throws: `amount.overflow`.
  public func round(_ exact: ExactAmount) throws(LedgerError) -> Rupiah {
    try round(exact.numerator, over: exact.denominator)
  }
}

extension ExactAmount: Codable {
  private enum CodingKeys: CodingKey { case sen, over }

  /// Reads a fraction as ``encode(to:)`` writes it.
  public init(from decoder: any Decoder) throws {
    let object = try decoder.container(keyedBy: CodingKeys.self)
    func number(_ key: CodingKeys) throws -> Int128 {
      let text = try object.decode(String.self, forKey: key)
      guard let number = Int128(text), key == .sen || number > 0 else {
        throw DecodingError.dataCorruptedError(forKey: key, in: object, debugDescription: text)
      }
      return number
    }
    self.init(sen: try number(.sen), over: try number(.over))
  }

  /// Writes a fraction as the text of its numbers, `{"sen":"100000","over":"3"}`.
  public func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: CodingKeys.self)
    try object.encode(numerator.description, forKey: .sen)
    try object.encode(denominator.description, forKey: .over)
  }
}
