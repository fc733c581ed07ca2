extension LoanReallocation {
  /// What a payment settles more, or less, than when it was entered, for programs.
  var data: ReportRecord {
    [
      "voucher": .entry(entry), "date": .date(date), "payment": .entry(payment),
      "paidOn": .date(paidOn), "lateFee": .amount(change.lateFee),
      "interest": .amount(change.interest), "administration": .amount(change.administration),
      "principal": .amount(change.principal), "savings": .amount(change.savings),
    ]
  }
}
