import KSPCore

extension LoanRecord.Plan {
  /// The interest that has become income by the end of a day and is not paid, by the way in which
  /// the product recognises it; below zero where more was paid than has become income.
  ///
  /// With it comes what the running installment has earned, where that is counted day by day.
  func interestReceivable(
    _ recognition: LoanTerms.Recognition, payments: [LoanPayment], asOf date: BookDate
  ) throws(LedgerError) -> (amount: Rupiah, running: LoanIncome.Running?) {
    guard recognition != .onReceipt else { return (.zero, nil) }
    var earned = Rupiah.zero
    var running: LoanIncome.Running?
    var start = periodStart
    for row in installments {
      let isDue = row.due <= date
      guard isDue else {
        // Interest carried over from an earlier plan was earned before.
        if row.number == 1 { try earned += carriedInterest }
        if recognition == .daily, start <= date {
          let own = row.number == 1 ? try row.interest - carriedInterest : row.interest
          let whole = start.days(until: row.due)
          let passed = min(start.days(until: date) + 1, whole)
          let part = try Rounding.downToRupiah.round(
            Int128(own.sen) * Int128(passed), over: Int128(whole))
          running = LoanIncome.Running(
            number: row.number, days: passed, of: whole, interest: own, earned: part)
          try earned += part
        }
        break
      }
      try earned += row.interest
      start = row.due
    }
    for payment in payments { earned = try earned - payment.interest }
    return (earned, running)
  }
}
