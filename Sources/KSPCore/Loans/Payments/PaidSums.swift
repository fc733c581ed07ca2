/// What was paid on a plan, as it settles one installment after the other: the oldest first, each
/// component for itself.
struct PaidSums {
  /// What is left for the installments that follow.
  private(set) var parts: LoanParts

  /// Begins with what had been paid ahead of the plan.
  init(_ carried: CarriedOver) {
    parts = carried.ahead
  }

  mutating func add(_ payment: LoanPayment) throws(LedgerError) {
    try parts.add(payment.parts)
  }

  /// Settles the next installment; what is left of it, nil where nothing is.
  mutating func settle(_ installment: Installment) throws(LedgerError) -> LoanPosition.Open? {
    let asked = installment.parts
    // Most installments lie behind the last payment.
    if parts.interest.isZero, parts.administration.isZero, parts.principal.isZero {
      return asked.isAnyPositive ? LoanPosition.Open(untouched: installment) : nil
    }
    let paid = parts.covering(asked)
    parts = try parts.since(paid)
    let left = try asked.since(paid)
    return left.isAnyPositive ? try LoanPosition.Open(installment, left) : nil
  }
}
