/// A plan that is to come into force, with what it takes over.
package struct NewPlan: Hashable, Sendable {
  /// The plan.
  package let plan: InstallmentPlan
  /// What it takes over from the plan before it.
  package let carried: CarriedOver
  /// Interest that was cut in advance and is not earned yet.
  package let advance: Rupiah
  /// What had been paid under the plan before the loan was taken over.
  package let paid: LoanPlan.PaidBefore

  /// A plan; it takes over nothing unless it is said.
  package init(
    plan: InstallmentPlan, carried: CarriedOver = .nothing, advance: Rupiah = .zero,
    paid: LoanPlan.PaidBefore = LoanPlan.PaidBefore()
  ) {
    self.plan = plan
    self.carried = carried
    self.advance = advance
    self.paid = paid
  }

  /// Interest cut in advance that comes back to the borrower as the plan begins.
  package var returned = Rupiah.zero

  /// The rows as they are kept: interest and administration that were carried over are due with the
  /// first installment.
  ///
  /// - Throws: `amount.overflow`.
  package func rows() throws(LedgerError) -> [Installment] {
    var rows = plan.installments
    let interest = try rows[0].interest + carried.interest
    let administration = try plan.terms.administration.amount(on: rows[0].principal + interest)
    rows[0] = try Installment(
      number: rows[0].number, due: rows[0].due, principal: rows[0].principal, interest: interest,
      administration: administration + carried.administration, balance: rows[0].balance)
    return rows
  }
}
