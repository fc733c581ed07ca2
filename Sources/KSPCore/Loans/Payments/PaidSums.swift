/// What was paid on a plan, as it settles one installment after the other: the oldest first, each
/// component for itself.
struct PaidSums {
  /// What is left for the installments that follow.
  private(set) var principal = Rupiah.zero
  private(set) var interest: Rupiah

  init(paidAhead: Rupiah) {
    interest = paidAhead
  }

  mutating func add(_ payment: LoanPayment) throws(LedgerError) {
    try principal += payment.principal
    try interest += payment.interest
  }

  /// Settles the next installment; what is left of it, nil where nothing is.
  mutating func settle(_ installment: Installment) throws(LedgerError) -> LoanPosition.Open? {
    let paid = (
      principal: min(principal, installment.principal),
      interest: min(interest, installment.interest)
    )
    principal = try principal - paid.principal
    interest = try interest - paid.interest
    let left = (
      principal: try installment.principal - paid.principal,
      interest: try installment.interest - paid.interest
    )
    guard left.principal.isPositive || left.interest.isPositive else { return nil }
    return try LoanPosition.Open(
      installment, principal: left.principal, interest: left.interest)
  }
}
