extension MonthEndReport.Loan {
  /// The line of a loan in the report of a month end.
  ///
  /// - Throws: `amount.overflow`.
  package init(_ finding: LoanFinding) throws(LedgerError) {
    let (loan, grade, income) = (finding.state.loan, finding.grade, finding.income)
    self.init(
      number: loan.number, product: loan.product, isOwed: finding.isOwed,
      loanClass: grade.loanClass, outstanding: grade.outstanding,
      arrears: finding.position.overdueAmounts.total,
      interest: try income.interest.amount - income.advance.amount,
      lateFee: income.lateFee.amount, allowance: grade.allowance)
  }
}
