import KSPCore

/// Makes the plan of a loan again, to show where its interest comes from.
struct LoanPlanWorkings {
  private let record: LoanRecord

  init(_ record: LoanRecord) { self.record = record }

  /// The installments of the plan in force that touch a month.
  func rows(in month: BookMonth) throws -> [LoanExplanation.Row] {
    guard let plan = record.plan, record.loan.status == .running || isEnding(in: month) else {
      return []
    }
    let workings = try InstallmentPlan(
      plan.terms, principal: plan.principal, disbursedOn: plan.periodStart, firstDue: plan.firstDue
    ).workings()
    guard workings.count == plan.installments.count else {
      throw LedgerError.invariantBroken("\(record.loan.number) #\(plan.version)")
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
    record.payments.contains { $0.date >= month.firstDay } || record.lastDate >= month.firstDay
  }
}
