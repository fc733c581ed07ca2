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
    let workings = try workings(of: plan)
    var start = plan.periodStart
    var rows: [LoanExplanation.Row] = []
    for (index, installment) in plan.installments.enumerated() {
      if start <= month.lastDay, installment.due >= month.firstDay {
        rows.append(
          LoanExplanation.Row(
            installment: installment, carried: index == 0 ? plan.carriedInterest : .zero,
            working: workings?[index]))
      }
      start = installment.due
    }
    return rows
  }

  /// Whether the loan ended, but was still paid in the month.
  private func isEnding(in month: BookMonth) -> Bool {
    record.payments.contains { $0.date >= month.firstDay } || record.lastDate >= month.firstDay
  }

  /// Nil for a plan that was agreed on later with terms that the book does not keep.
  private func workings(of plan: LoanRecord.Plan) throws -> [InstallmentWorking]? {
    let terms = terms(of: plan)
    // The first due date of a single sum is that of its last period.
    let isSingleSum = plan.installments.count < terms.count
    let made = try InstallmentPlan(
      terms, principal: plan.principal, disbursedOn: plan.periodStart,
      firstDue: isSingleSum ? nil : plan.firstDue)
    guard made.firstRowDue == plan.firstDue, made.installments.count == plan.installments.count
    else { return nil }
    let isSame = zip(made.installments, plan.installments).dropFirst().allSatisfy {
      $0.principal == $1.principal && $0.interest == $1.interest
    }
    return plan.entry == nil && !isSame ? nil : try made.workings()
  }

  /// The terms that a plan was made from: the loan's own for the first, with fewer installments
  /// after principal was paid ahead; after a rescheduling interest is due each time.
  private func terms(of plan: LoanRecord.Plan) -> PlanTerms {
    var terms = record.terms.plan
    let isRescheduled = plan.entry == nil
    guard plan.principal != record.loan.principal || isRescheduled else { return terms }
    terms.count = plan.installments.count
    terms.principalGrace =
      isRescheduled || terms.method == .bullet
      ? 0 : plan.installments.prefix { $0.principal.isZero }.count
    if isRescheduled { terms.interestDue = .eachInstallment }
    return terms
  }
}
