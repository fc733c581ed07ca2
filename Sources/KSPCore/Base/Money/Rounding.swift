/// How an exact figure becomes an amount that can be paid.
///
/// There is no default anywhere: whoever divides says how it is rounded.
public struct Rounding: Hashable, Sendable, Codable {
  /// What happens between two payable amounts.
  public enum Mode: String, TermWord {
    /// To the nearest; exactly half goes away from zero.
    case halfUp = "half-up"
    /// To the nearest; exactly half goes to the even multiple.
    case halfEven = "half-even"
    /// Towards zero.
    case down
    /// Away from zero.
    case up

    /// The name for people.
    public var name: Phrase {
      switch self {
      case .halfUp: Phrase(id: "setengah ke atas", en: "half up")
      case .halfEven: Phrase(id: "setengah ke genap", en: "half even")
      case .down: Phrase(id: "ke bawah", en: "down")
      case .up: Phrase(id: "ke atas", en: "up")
      }
    }

    /// Indonesian words.
    public static let otherWords: [String: Self] = [
      "setengah-ke-atas": .halfUp, "setengah-ke-genap": .halfEven, "ke-bawah": .down,
      "ke-atas": .up, "turun": .down, "naik": .up,
    ]
  }

  /// What happens between two payable amounts.
  public let mode: Mode
  /// The smallest step, for example 1 sen, 1 rupiah or 100 rupiah. Always positive.
  public let step: Rupiah

  /// A rounding to multiples of a step.
  ///
  /// - Throws: `amount.notPositive` when the step is zero or negative.
  public init(_ mode: Mode, to step: Rupiah) throws(LedgerError) {
    guard step.isPositive else { throw .amountNotPositive(step) }
    self.mode = mode
    self.step = step
  }

  /// Reads what was written, with the same checks as a new one.
  public init(from decoder: any Decoder) throws {
    let object = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      object.decode(Mode.self, forKey: .mode), to: object.decode(Rupiah.self, forKey: .step))
  }

  private init(unchecked mode: Mode, step: Rupiah) {
    self.mode = mode
    self.step = step
  }

  /// How figures are rounded, for people: `Rp1, terdekat, setengah ke atas`.
  public var inWords: Phrase {
    let isNearest = mode == .halfUp || mode == .halfEven
    return Phrase(
      id: "\(step.formatted), \(isNearest ? "terdekat, " : "")\(mode.name.indonesian)",
      en: "\(step.formatted), \(isNearest ? "nearest, " : "")\(mode.name.english)")
  }

  /// The steps that terms may round to: 1 sen, and 1, 50, 100, 500 or 1,000 rupiah.
  package static let offeredSteps: [Rupiah] = [Rupiah(sen: 1), 1, 50, 100, 500, 1_000]

  /// Refuses a step that nobody could pay in coins and notes, such as 7 rupiah.
  ///
  /// - Throws: `rounding.stepRefused`.
  package func requireOffered() throws(LedgerError) {
    guard Self.offeredSteps.contains(step) else { throw .roundingStepRefused(step) }
  }

  /// To the nearest sen, half up: for figures shown as working.
  public static let sen = Rounding(unchecked: .halfUp, step: Rupiah(sen: 1))
  /// To the nearest rupiah, half up: the default of new products.
  public static let rupiah = Rounding(unchecked: .halfUp, step: 1)
  /// Down to the whole rupiah: how tax is rounded on Indonesian tax forms.
  public static let downToRupiah = Rounding(unchecked: .down, step: 1)

  /// Rounds `numerator / denominator` sen to a multiple of the step, once.
  ///
  /// Exact for every input that does not overflow; odd in its numerator
  /// (rounding −x gives −(rounding x)); a multiple of the step is returned unchanged.
  ///
  /// - Parameters:
  ///   - numerator: The exact amount in sen, times `denominator`.
  ///   - denominator: Must be greater than zero.
  /// - Returns: The rounded amount, a multiple of the step.
  /// - Throws: `amount.overflow` when the result does not fit.
  public func round(_ numerator: Int128, over denominator: Int128) throws(LedgerError) -> Rupiah {
    precondition(denominator > 0, "a denominator is a count of days, months or shares")
    if let narrow = UInt64(exactly: denominator) {
      let exact = numerator.magnitude
      let halves = (high: UInt64(exact >> 64), low: UInt64(truncatingIfNeeded: exact))
      if let rounded = rounded(halves, over: narrow, isNegative: numerator < 0) { return rounded }
    }
    return try roundWide(numerator, over: denominator)
  }

  /// Rounds `amount × factor / denominator` to a multiple of the step, once.
  ///
  /// - Throws: `amount.overflow` when the result does not fit.
  func round(
    _ amount: Rupiah, times factor: UInt64, over denominator: UInt64
  ) throws(LedgerError) -> Rupiah {
    let exact = amount.senMagnitude.multipliedFullWidth(by: factor)
    if let rounded = rounded(exact, over: denominator, isNegative: amount.isNegative) {
      return rounded
    }
    return try roundWide(Int128(amount.sen) * Int128(factor), over: Int128(denominator))
  }

  /// Rounds `amount / denominator + addend` to a multiple of the step, once.
  ///
  /// - Throws: `amount.overflow` when the result does not fit.
  func round(
    _ amount: Rupiah, over denominator: UInt64, adding addend: Rupiah
  ) throws(LedgerError) -> Rupiah {
    if let parts = Int64(exactly: denominator) {
      let (product, isLarge) = addend.sen.multipliedReportingOverflow(by: parts)
      let (exact, isLarger) = product.addingReportingOverflow(amount.sen)
      if !isLarge, !isLarger,
        let rounded = rounded((0, exact.magnitude), over: denominator, isNegative: exact < 0)
      {
        return rounded
      }
    }
    return try roundWide(
      Int128(amount.sen) + Int128(addend.sen) * Int128(denominator), over: Int128(denominator))
  }

  /// What nearly every amount needs: a unit and a result of 64 bits, which the processor divides by
  /// itself. Nil for anything larger.
  private func rounded(
    _ exact: (high: UInt64, low: UInt64), over denominator: UInt64, isNegative: Bool
  ) -> Rupiah? {
    let step = step.senMagnitude
    let (unit, isWide) = denominator.multipliedReportingOverflow(by: step)
    guard !isWide, exact.high < unit else { return nil }
    let (quotient, remainder) =
      exact.high == 0
      ? exact.low.quotientAndRemainder(dividingBy: unit) : unit.dividingFullWidth(exact)
    let rest = unit - remainder
    let movesAway =
      switch mode {
      case .down: false
      case .up: remainder != 0
      case .halfUp: remainder >= rest
      case .halfEven: remainder > rest || (remainder == rest && !quotient.isMultiple(of: 2))
      }
    let (steps, isEndless) = quotient.addingReportingOverflow(movesAway ? 1 : 0)
    let (magnitude, isLarge) = steps.multipliedReportingOverflow(by: step)
    guard !isEndless, !isLarge, let sen = Int64(exactly: magnitude) else { return nil }
    return Rupiah(sen: isNegative ? -sen : sen)
  }

  private func roundWide(
    _ numerator: Int128, over denominator: Int128
  ) throws(LedgerError) -> Rupiah {
    let unit = try denominator.multiplied(by: Int128(step.sen))
    let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: unit)
    let sign: Int128 = numerator < 0 ? -1 : 1
    let twice = remainder.magnitude.multipliedReportingOverflow(by: 2)
    // A remainder whose double overflows is more than half of any unit that fits.
    let half = twice.overflow ? 1 : twice.partialValue.compared(to: unit.magnitude)
    let steps = steps(quotient, hasRemainder: remainder != 0, half: half, sign: sign)
    return try Rupiah(wideSen: steps.multiplied(by: Int128(step.sen)))
  }

  /// The steps after rounding, from the whole steps and what is left of a division.
  ///
  /// - Parameters:
  ///   - quotient: The whole steps, towards zero.
  ///   - hasRemainder: Whether anything is left.
  ///   - half: −1, 0 or 1, as what is left is less than, exactly or more than half a step.
  ///   - sign: The direction away from zero.
  /// - Returns: The whole steps, or one more in the direction of the sign.
  func steps(_ quotient: Int128, hasRemainder: Bool, half: Int, sign: Int128 = 1) -> Int128 {
    let movesAway =
      switch mode {
      case .down: false
      case .up: hasRemainder
      case .halfUp: half >= 0
      case .halfEven: half > 0 || (half == 0 && !quotient.isMultiple(of: 2))
      }
    return quotient + (movesAway ? sign : 0)
  }

  /// Rounds an amount to a multiple of the step.
  public func round(_ amount: Rupiah) throws(LedgerError) -> Rupiah {
    try round(Int128(amount.sen), over: 1)
  }
}

extension UInt128 {
  /// −1, 0 or 1, as the value is smaller than, equal to or larger than the other.
  fileprivate func compared(to other: UInt128) -> Int {
    self < other ? -1 : (self == other ? 0 : 1)
  }
}
