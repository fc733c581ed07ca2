/// A whole number of any size, not negative: for the products of many rates.
///
/// An annuity over n periods is a fraction whose parts have n factors. Carried whole, it can be
/// rounded once, exactly; carried rounded, a figure near a half could fall on the wrong side.
struct WideInteger: Equatable {
  /// 64 bits each, the lowest first; no zero at the top.
  private var limbs: [UInt64]

  /// A number, with room for so many bits before it must move to another place in memory.
  init(_ value: UInt64, growingTo bits: Int = 64) {
    limbs = []
    limbs.reserveCapacity(bits / 64 + 1)
    if value != 0 { limbs.append(value) }
  }

  static func *= (left: inout WideInteger, factor: UInt64) {
    guard factor != 0 else {
      left.limbs = []
      return
    }
    let carry = left.limbs.withUnsafeMutableBufferPointer { limbs in
      var carry: UInt64 = 0
      for index in limbs.indices {
        let product = limbs[index].multipliedFullWidth(by: factor)
        let (low, overflow) = product.low.addingReportingOverflow(carry)
        limbs[index] = low
        carry = product.high + (overflow ? 1 : 0)
      }
      return carry
    }
    if carry != 0 { left.limbs.append(carry) }
  }

  static func += (left: inout WideInteger, right: WideInteger) {
    while left.limbs.count < right.limbs.count { left.limbs.append(0) }
    let carry = left.limbs.withUnsafeMutableBufferPointer { limbs in
      right.limbs.withUnsafeBufferPointer { others in
        var carry: UInt64 = 0
        for index in limbs.indices {
          guard carry != 0 || index < others.count else { break }
          let (half, first) = limbs[index].addingReportingOverflow(
            index < others.count ? others[index] : 0)
          let (sum, second) = half.addingReportingOverflow(carry)
          limbs[index] = sum
          carry = (first || second) ? 1 : 0
        }
        return carry
      }
    }
    if carry != 0 { left.limbs.append(carry) }
  }

  /// Subtracts a number that is not larger.
  static func -= (left: inout WideInteger, right: WideInteger) {
    let borrow = left.limbs.withUnsafeMutableBufferPointer { limbs in
      right.limbs.withUnsafeBufferPointer { others in
        var borrow: UInt64 = 0
        for index in limbs.indices {
          let (half, first) = limbs[index].subtractingReportingOverflow(
            index < others.count ? others[index] : 0)
          let (rest, second) = half.subtractingReportingOverflow(borrow)
          limbs[index] = rest
          borrow = (first || second) ? 1 : 0
        }
        return borrow
      }
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

  /// The whole quotient, while the rest stays in the number; nil when the quotient needs more than
  /// 64 bits.
  mutating func divide(by divisor: WideInteger) -> UInt64? {
    precondition(!divisor.isZero, "nothing is divided by zero")
    guard compared(to: divisor) >= 0 else { return 0 }
    // With the divisor's top bit set, two limbs over one give the quotient or at most two more.
    let size = divisor.limbs.count
    let shift = divisor.limbs[size - 1].leadingZeroBitCount
    let lead = divisor.limb(size - 1, shifted: shift)
    let top = limb(size, shifted: shift)
    guard limbs.count <= size + 1, limb(size + 1, shifted: shift) == 0, top < lead else {
      return nil
    }
    var quotient = lead.dividingFullWidth((top, limb(size - 1, shifted: shift))).quotient
    var product = divisor
    product *= quotient
    while product.compared(to: self) > 0 {
      quotient -= 1
      product -= divisor
    }
    self -= product
    return quotient
  }

  /// One limb of the number as it is when its bits have moved up by fewer than 64.
  private func limb(_ index: Int, shifted bits: Int) -> UInt64 {
    let own = index < limbs.count ? limbs[index] : 0
    let below = index > 0 && index <= limbs.count ? limbs[index - 1] : 0
    return own << UInt64(bits) | below >> UInt64(64 - bits)
  }
}
