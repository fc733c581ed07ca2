/// What somebody has decided about a payment that could be meant in more than one way.
///
/// ```swift
/// let choices = RepaymentChoices(settles: true)
/// ```
public struct RepaymentChoices: Hashable, Sendable, Codable {
  /// What a payment does that reaches what settling takes while an installment still lies in the
  /// future: true settles the loan, false pays ahead as its product says; nil asks.
  public var settles: Bool?
  /// What becomes of more than all that is owed; nil asks.
  public var overpayment: Overpayment?

  /// What was decided; nothing unless it is said.
  public init(settles: Bool? = nil, overpayment: Overpayment? = nil) {
    self.settles = settles
    self.overpayment = overpayment
  }

  /// For a payment that was decided about before: nothing is asked again.
  package static let decided = RepaymentChoices(settles: false, overpayment: .savings)

  /// Refuses a payment that has to be decided about first.
  ///
  /// Only the last installment may be paid in its own period without a question: it is what the
  /// plan asks for, whatever settling would take.
  ///
  /// - Throws: `loan.wouldSettle` with both figures, `loan.overpaid` with the sum left over.
  func require(
    _ paid: Rupiah, _ position: LoanPosition, _ state: LoanState, _ plan: LoanPlan
  ) throws(LedgerError) {
    let owed = try position.owed.total + position.lateFee
    let isLastRegular =
      plan.installments.count > 1 && position.fallenDue >= plan.installments.count - 1
      && paid <= owed
    if settles == nil, position.open.count > position.due.count, !isLastRegular {
      let quote = try state.settlementQuote(position).total
      if paid >= min(quote, owed), quote != owed {
        throw .loanWouldSettle(
          state.loan.number, on: position.asOf, given: paid, settling: quote, owed: owed)
      }
    }
    guard paid <= owed || overpayment == .savings else {
      throw .loanOverpaid(state.loan.number, left: try paid - owed)
    }
  }
}
