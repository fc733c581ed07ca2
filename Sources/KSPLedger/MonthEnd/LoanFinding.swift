import KSPCore

/// What the end of a month finds out about one loan; preview, run and explanation stand on it.
struct LoanFinding {
  let record: LoanRecord
  let position: LoanPosition
  let grade: LoanGrade
  /// What the month end adds to the loan's interest receivable.
  let interest: Rupiah
  /// What the month end adds to the loan's late fees receivable.
  let lateFee: Rupiah
  /// What is not earned yet of interest cut in advance.
  let unearned: Rupiah
  /// What has been earned of it since the month before.
  let released: Rupiah

  var isOwed: Bool { record.loan.status == .running }

  /// Whether the month has anything to say of the loan.
  var isConcerned: Bool {
    isOwed || [interest, lateFee, unearned, released].contains { !$0.isZero }
  }

  /// What is kept of it.
  func evidence() throws(LedgerError) -> LoanEvidence {
    let due = try position.dueAmounts()
    return LoanEvidence(
      principal: try position.outstanding(), principalDue: due.principal,
      interestDue: due.interest, lateFeeCharged: position.lateFeeCharged,
      recognised: try interest + lateFee + released, unearned: unearned,
      oldestDue: position.late.first?.installment.due, loanClass: grade.loanClass,
      collateral: grade.counted, allowance: grade.allowance, isOwed: isOwed)
  }

  /// Its line in the report of the month end.
  func line() throws(LedgerError) -> MonthEndReport.Loan {
    let due = try position.dueAmounts()
    return MonthEndReport.Loan(
      number: record.loan.number, product: record.loan.product, isOwed: isOwed,
      loanClass: grade.loanClass, outstanding: try position.outstanding(),
      arrears: try due.principal + due.interest, interest: try interest + released,
      lateFee: lateFee, allowance: grade.allowance)
  }
}
