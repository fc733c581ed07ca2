/// Splits an amount so that the parts always add up to the whole.
package enum Allocation {
  /// Divides `total` in proportion to `weights` by the method of the largest remainder.
  ///
  /// Each part is first rounded down to a multiple of `step`; what is left is handed out one step
  /// at a time to the parts with the largest remainders, the earlier part first where two are
  /// equal. A remainder smaller than a step goes to the first of them.
  ///
  /// Properties: the parts sum to `total`; a zero weight gets nothing unless all weights are zero,
  /// when the first part gets everything; no part differs from its exact share by more than a step.
  ///
  /// - Parameters:
  ///   - total: The amount to divide; zero or more.
  ///   - weights: At least one weight, none negative.
  ///   - step: The smallest step of a part; more than zero.
  /// - Returns: The parts, in the order of the weights; they sum to the total.
  /// - Throws: `amount.notPositive` for a negative total, a negative weight or a step that is not
  ///   positive; `amount.overflow` when an intermediate product does not fit.
  package static func divide(
    _ total: Rupiah, by weights: [Rupiah], step: Rupiah
  ) throws(LedgerError) -> [Rupiah] {
    guard !total.isNegative else { throw .amountNotPositive(total) }
    guard step.isPositive else { throw .amountNotPositive(step) }
    if let negative = weights.first(where: \.isNegative) { throw .amountNotPositive(negative) }
    precondition(!weights.isEmpty, "an amount is divided among at least one part")
    guard !total.isZero else { return Array(repeating: .zero, count: weights.count) }
    let sum = weights.reduce(Int128(0)) { $0 + Int128($1.sen) }
    guard sum > 0 else {
      return [total] + Array(repeating: .zero, count: weights.count - 1)
    }
    let wholeSteps = Int128(total.sen / step.sen)
    var steps: [Int128] = []
    var remainders: [(remainder: Int128, index: Int)] = []
    for (index, weight) in weights.enumerated() {
      let (quotient, remainder) = (wholeSteps * Int128(weight.sen))
        .quotientAndRemainder(dividingBy: sum)
      steps.append(quotient)
      remainders.append((remainder, index))
    }
    remainders.sort { ($1.remainder, $0.index) < ($0.remainder, $1.index) }
    let missing = Int(wholeSteps - steps.reduce(0, +))
    for (_, index) in remainders.prefix(missing) { steps[index] += 1 }
    var parts: [Rupiah] = []
    for count in steps { parts.append(try Rupiah(wideSen: count * Int128(step.sen))) }
    let rest = Rupiah(sen: total.sen % step.sen)
    try parts[remainders[0].index] += rest
    return parts
  }
}
