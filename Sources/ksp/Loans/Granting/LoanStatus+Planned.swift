import KSPCore

extension LoanCard {
  /// A loan that is not paid out yet, with the plan that it would have.
  init(
    planned loan: Loan, on date: BookDate, collaterals: [Collateral] = [],
    guarantors: [Guarantor] = []
  ) throws {
    let plan = try InstallmentPlan(
      loan.terms.plan, principal: loan.principal, disbursedOn: date)
    self.init(
      loan: loan, asOf: date, installments: plan.installments, payments: [],
      position: try LoanPosition(installments: [], payments: [], rule: nil, asOf: date),
      loanClass: .lancar, collaterals: collaterals, guarantors: guarantors, steps: [])
  }
}
