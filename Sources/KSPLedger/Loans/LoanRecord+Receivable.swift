import KSPCore

extension LoanRecord.Plan {
  /// The interest that has become income by the end of a day and is not paid, by the way in which
  /// the product recognises it; below zero where more was paid than has become income.
  func interestReceivable(
    _ recognition: LoanTerms.Recognition, payments: [LoanPayment], asOf date: BookDate
  ) throws(LedgerError) -> Rupiah {
    guard recognition != .onReceipt else { return .zero }
    var earned = Rupiah.zero
    var start = periodStart
    for row in installments {
      let isDue = row.due <= date
      guard isDue else {
        // Interest carried over from an earlier plan was earned before.
        if row.number == 1 { try earned += carriedInterest }
        if recognition == .daily, start <= date {
          let own = row.number == 1 ? try row.interest - carriedInterest : row.interest
          let days = (passed: start.days(until: date) + 1, whole: start.days(until: row.due))
          try earned += try Rounding.downToRupiah.round(
            Int128(own.sen) * Int128(min(days.passed, days.whole)), over: Int128(days.whole))
        }
        break
      }
      try earned += row.interest
      start = row.due
    }
    for payment in payments { earned = try earned - payment.interest }
    return earned
  }
}
