/// Makes the plan of a loan again, to show where its interest comes from.
package struct LoanPlanWorkings: Sendable {
  private let state: LoanState

  /// The workings of a loan's plan in force.
  package init(_ state: LoanState) { self.state = state }

  /// The installments of the plan in force that touch a month.
  ///
  /// - Throws: `invariant.broken` where its terms make another number of them, `amount.overflow`.
  package func rows(in month: BookMonth) throws(LedgerError) -> [LoanExplanation.Row] {
    guard let plan = state.plan, state.loan.status == .running || isEnding(in: month) else {
      return []
    }
    let workings = try InstallmentPlan(
      plan.terms, principal: plan.principal, disbursedOn: plan.periodStart, firstDue: plan.firstDue
    ).workings()
    guard workings.count == plan.installments.count else {
      throw .invariantBroken("\(state.loan.number) #\(plan.version)")
    }
    var start = plan.periodStart
    var rows: [LoanExplanation.Row] = []
    for (installment, working) in zip(plan.installments, workings) {
      if start <= month.lastDay, installment.due >= month.firstDay {
        rows.append(
          LoanExplanation.Row(
            installment: installment,
            carried: installment.number == 1 ? plan.carried.interest : .zero,
            working: working))
      }
      start = installment.due
    }
    return rows
  }

  /// Whether the loan ended, but was still paid in the month.
  private func isEnding(in month: BookMonth) -> Bool {
    state.payments.contains { $0.date >= month.firstDay } || state.lastDate >= month.firstDay
  }
}
