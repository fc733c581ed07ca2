/// A whole number of any size, not negative: for the products of many rates.
///
/// An annuity over n periods is a fraction whose parts have n factors. Carried whole, it can be
/// rounded once, exactly; carried rounded, a figure near a half could fall on the wrong side.
struct WideInteger: Equatable {
  /// 64 bits each, the lowest first; no zero at the top.
  private var limbs: [UInt64]

  init(_ value: UInt64) {
    limbs = value == 0 ? [] : [value]
  }

  static func *= (left: inout WideInteger, factor: UInt64) {
    var carry: UInt64 = 0
    for index in left.limbs.indices {
      let product = left.limbs[index].multipliedFullWidth(by: factor)
      let (low, overflow) = product.low.addingReportingOverflow(carry)
      left.limbs[index] = low
      carry = product.high + (overflow ? 1 : 0)
    }
    if carry != 0 { left.limbs.append(carry) }
    if factor == 0 { left.limbs = [] }
  }

  static func += (left: inout WideInteger, right: WideInteger) {
    var carry: UInt64 = 0
    for index in 0..<max(left.limbs.count, right.limbs.count) {
      let other = index < right.limbs.count ? right.limbs[index] : 0
      if index == left.limbs.count { left.limbs.append(0) }
      let (half, first) = left.limbs[index].addingReportingOverflow(other)
      let (sum, second) = half.addingReportingOverflow(carry)
      left.limbs[index] = sum
      carry = (first || second) ? 1 : 0
    }
    if carry != 0 { left.limbs.append(carry) }
  }

  /// Subtracts a number that is not larger.
  static func -= (left: inout WideInteger, right: WideInteger) {
    var borrow: UInt64 = 0
    for index in left.limbs.indices {
      let other = index < right.limbs.count ? right.limbs[index] : 0
      let (half, first) = left.limbs[index].subtractingReportingOverflow(other)
      let (rest, second) = half.subtractingReportingOverflow(borrow)
      left.limbs[index] = rest
      borrow = (first || second) ? 1 : 0
    }
    precondition(borrow == 0, "the smaller number is subtracted from the larger")
    while left.limbs.last == 0 { left.limbs.removeLast() }
  }

  /// −1, 0 or 1, as the number is smaller than, equal to or larger than the other.
  func compared(to other: WideInteger) -> Int {
    guard limbs.count == other.limbs.count else { return limbs.count < other.limbs.count ? -1 : 1 }
    for index in limbs.indices.reversed() where limbs[index] != other.limbs[index] {
      return limbs[index] < other.limbs[index] ? -1 : 1
    }
    return 0
  }

  var isZero: Bool { limbs.isEmpty }

  /// The whole quotient and the rest; nil when the quotient needs more than 64 bits.
  func divided(by divisor: WideInteger) -> (quotient: UInt64, remainder: WideInteger)? {
    precondition(!divisor.isZero, "nothing is divided by zero")
    guard compared(to: divisor) >= 0 else { return (0, self) }
    // With the divisor's top bit set, two limbs over one give the quotient or at most two more.
    let shift = divisor.limbs[divisor.limbs.count - 1].leadingZeroBitCount
    let (high, low) = (shifted(left: shift), divisor.shifted(left: shift))
    let size = low.limbs.count
    guard high.limbs.count <= size + 1 else { return nil }
    let top = high.limbs.count == size + 1 ? high.limbs[size] : 0
    let lead = low.limbs[size - 1]
    guard top < lead else { return nil }
    var quotient = lead.dividingFullWidth((top, high.limbs[size - 1])).quotient
    var product = self.productOf(divisor, quotient)
    while product.compared(to: self) > 0 {
      quotient -= 1
      product -= divisor
    }
    var remainder = self
    remainder -= product
    return (quotient, remainder)
  }

  private func productOf(_ divisor: WideInteger, _ quotient: UInt64) -> WideInteger {
    var product = divisor
    product *= quotient
    return product
  }

  private func shifted(left bits: Int) -> WideInteger {
    guard bits > 0 else { return self }
    var result = self
    result *= 1 << UInt64(bits)
    return result
  }
}
