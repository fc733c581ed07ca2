/// An exact fraction in lowest terms, the arithmetic of the oracles.
///
/// It reduces after every step where the library keeps one common denominator, so that the two do
/// not share a mistake.
struct Fraction: Comparable {
  let over: Int128
  let under: Int128

  init(_ over: Int128, _ under: Int128 = 1) {
    let divisor = Fraction.gcd(over.magnitude, under.magnitude)
    let sign: Int128 = under < 0 ? -1 : 1
    self.over = sign * over / Int128(divisor)
    self.under = sign * under / Int128(divisor)
  }

  static func + (left: Fraction, right: Fraction) -> Fraction {
    let shared = Int128(gcd(left.under.magnitude, right.under.magnitude))
    return Fraction(
      left.over * (right.under / shared) + right.over * (left.under / shared),
      left.under / shared * right.under)
  }

  static func * (left: Fraction, right: Fraction) -> Fraction {
    let first = Fraction(left.over, right.under)
    let second = Fraction(right.over, left.under)
    return Fraction(first.over * second.over, first.under * second.under)
  }

  static func / (left: Fraction, right: Fraction) -> Fraction {
    left * Fraction(right.under, right.over)
  }

  static func < (left: Fraction, right: Fraction) -> Bool {
    (left + Fraction(-right.over, right.under)).over < 0
  }

  /// The multiple of `step` that a mode picks, found by looking at the two neighbours.
  func rounded(_ mode: String, step: Int128) -> Int128 {
    guard over >= 0 else { return -Fraction(-over, under).rounded(mode, step: step) }
    let below = over / under / step * step
    let above = below + step
    let toBelow = self + Fraction(-below)
    let toAbove = Fraction(above) + Fraction(-over, under)
    if toBelow == Fraction(0) { return below }
    switch mode {
    case "down": return below
    case "up": return above
    case "half-up": return toBelow < toAbove ? below : above
    default:
      if toBelow == toAbove { return (below / step) % 2 == 0 ? below : above }
      return toBelow < toAbove ? below : above
    }
  }

  private static func gcd(_ left: UInt128, _ right: UInt128) -> UInt128 {
    var (left, right) = (left, right)
    while right != 0 { (left, right) = (right, left % right) }
    return max(left, 1)
  }
}
