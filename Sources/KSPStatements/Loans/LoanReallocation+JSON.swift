import KSPCore

extension LoanReallocation {
  /// What a payment settles more, or less, than when it was entered.
  func fields(into json: inout JSONWriter) {
    json.field("voucher", entry)
    json.field("date", date)
    json.field("payment", payment)
    json.field("paidOn", paidOn)
    json.field("lateFee", change.lateFee)
    json.field("interest", change.interest)
    json.field("administration", change.administration)
    json.field("principal", change.principal)
    json.field("savings", change.savings)
  }
}
