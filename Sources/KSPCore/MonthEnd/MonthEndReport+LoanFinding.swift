extension MonthEndReport.Loan {
  /// The line of a loan in the report of a month end.
  ///
  /// - Parameters:
  ///   - finding: What the month end finds out.
  ///   - keptBefore: The class that it kept a month before.
  /// - Throws: `amount.overflow`.
  package init(_ finding: LoanFinding, keptBefore: LoanClass?) throws(LedgerError) {
    let (loan, grade, income) = (finding.state.loan, finding.grade, finding.income)
    self.init(
      number: loan.number, product: loan.product, isOwed: finding.isOwed,
      loanClass: grade.loanClass, outstanding: grade.outstanding,
      arrears: finding.position.overdueAmounts.total,
      interest: try income.interestIncome(), lateFee: try income.lateFeeIncome(),
      allowance: grade.allowance, keptClass: grade.kept?.loanClass,
      isCured: finding.isOwed && keptBefore != nil && grade.kept == nil,
      isStopped: income.isStopped,
      expensed: try income.expensedInterest + income.expensedLateFee)
  }
}
