/// Divides what was deducted from a member among what they were asked for.
package enum ClaimDivision {
  /// The parts of an amount: the lines in their order, each as far as it is open.
  ///
  /// - Parameters:
  ///   - amount: What was deducted.
  ///   - debtor: The member.
  ///   - claim: The number of the list, for the refusal.
  /// - Returns: The lines that get something, each with its part.
  /// - Throws: `claim.tooMuch` for more than is open, `amount.overflow`.
  package static func parts(
    of amount: Rupiah, for debtor: PayrollClaim.Debtor, of claim: Int
  ) throws(LedgerError) -> [(line: PayrollClaim.Line, amount: Rupiah)] {
    guard amount <= debtor.open else {
      throw .claimTooMuch(amount, of: debtor.member, open: debtor.open, claim: claim)
    }
    var rest = amount
    var parts: [(line: PayrollClaim.Line, amount: Rupiah)] = []
    for line in debtor.lines where rest.isPositive {
      let part = min(rest, try line.asked - line.deducted)
      guard part.isPositive else { continue }
      parts.append((line, part))
      rest = try rest - part
    }
    return parts
  }
}
