extension MonthEndReport.Loan {
  /// The line of a loan in the report of a month end.
  ///
  /// - Throws: `amount.overflow`.
  package init(_ finding: LoanFinding) throws(LedgerError) {
    let (loan, grade, income) = (finding.state.loan, finding.grade, finding.income)
    self.init(
      number: loan.number, product: loan.product, isOwed: finding.isOwed,
      loanClass: grade.loanClass, outstanding: grade.outstanding,
      arrears: finding.dues.arrears.total,
      interest: try income.interestIncome(), lateFee: try income.lateFeeIncome(),
      allowance: grade.allowance, keptClass: grade.kept?.loanClass,
      isCured: finding.isOwed && finding.keptBefore != nil && grade.kept == nil,
      isStopped: income.isStopped,
      expensed: try income.expensedInterest + income.expensedLateFee)
  }
}
