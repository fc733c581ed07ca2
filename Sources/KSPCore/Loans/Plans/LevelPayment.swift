/// The installment of an annuity.
enum LevelPayment {
  /// P·∏(1+rᵢ) ÷ Σₖ∏ⱼ₍ⱼ₎₌ₖ₊₁(1+rⱼ) over the periods from one on, exact, rounded once.
  ///
  /// With equal rates it is the textbook P·r ÷ (1 − (1+r)⁻ⁿ); with day counts by actual days the
  /// rates differ and the installment is still level.
  ///
  /// - Throws: `amount.overflow`.
  static func amount(
    _ principal: Rupiah, _ rates: PeriodRates, from first: Int, _ rounding: Rounding
  ) throws(LedgerError) -> Rupiah {
    // With r = p/q both sides of the fraction are multiplied by the power of q that leaves
    // integers.
    let numerators = rates.numerators[first...]
    let largest = rates.denominator + (numerators.max() ?? 0)
    let bits = 128 + numerators.count * (64 - largest.leadingZeroBitCount)
    var owed = WideInteger(principal.senMagnitude, growingTo: bits)
    var worth = WideInteger(0, growingTo: bits)
    var power = WideInteger(1, growingTo: bits)
    for numerator in numerators {
      let growth = rates.denominator + numerator
      owed *= growth
      power *= rates.denominator
      worth *= growth
      worth += power
    }
    guard let step = UInt64(exactly: rounding.step.sen) else { throw .amountOverflow() }
    worth *= step
    guard let quotient = owed.divide(by: worth) else { throw .amountOverflow() }
    let hasRemainder = !owed.isZero
    owed *= 2
    let steps = rounding.steps(
      Int128(quotient), hasRemainder: hasRemainder, half: owed.compared(to: worth))
    return try Rupiah(wideSen: steps * Int128(rounding.step.sen))
  }
}
