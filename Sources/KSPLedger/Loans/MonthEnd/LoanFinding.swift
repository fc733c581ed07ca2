import KSPCore

/// What the end of a month finds out about one loan; preview, run and explanation stand on it.
struct LoanFinding {
  let record: LoanRecord
  let position: LoanPosition
  let grade: LoanGrade
  let income: LoanIncome

  var isOwed: Bool { record.loan.status == .running }

  /// Whether the month has anything to say of the loan.
  var isConcerned: Bool {
    isOwed
      || [
        income.interest.amount, income.lateFee.amount, income.advance.after, income.advance.amount,
      ].contains { !$0.isZero }
  }

  /// What is kept of it.
  func evidence() throws(LedgerError) -> LoanEvidence {
    let due = try position.dueAmounts()
    return LoanEvidence(
      principal: grade.outstanding, principalDue: due.principal, interestDue: due.interest,
      lateFeeCharged: position.lateFeeCharged, recognised: try income.recognised(),
      unearned: income.advance.after, oldestDue: position.late.first?.installment.due,
      loanClass: grade.loanClass, collateral: grade.counted, allowance: grade.allowance,
      isOwed: isOwed)
  }

  /// Its line in the report of the month end.
  func line() throws(LedgerError) -> MonthEndReport.Loan {
    let due = try position.dueAmounts()
    return MonthEndReport.Loan(
      number: record.loan.number, product: record.loan.product, isOwed: isOwed,
      loanClass: grade.loanClass, outstanding: grade.outstanding,
      arrears: try due.principal + due.interest,
      interest: try income.interest.amount - income.advance.amount,
      lateFee: income.lateFee.amount, allowance: grade.allowance)
  }
}
