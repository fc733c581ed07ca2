/// What a plan takes over from the one before it, so that nothing is forgiven or charged twice.
package struct CarriedOver: Hashable, Sendable {
  /// Late fees that are owed.
  package let lateFee: Rupiah
  /// Interest that was earned and not paid; it is part of the first installment and due with it.
  package let interest: Rupiah
  /// Interest that was paid ahead, or cut in advance and not earned; it settles the interest of the
  /// first installments.
  package let paidAhead: Rupiah
  /// Administration that was due and not paid; it is part of the first installment.
  package let administration: Rupiah
  /// Administration that was paid ahead; it settles that of the first installments.
  package let administrationAhead: Rupiah
  /// Installments that were paid on time in a row before it; none of those before a rescheduling.
  package private(set) var onTime = 0

  /// Sums that are taken over; none of them is negative.
  package init(
    lateFee: Rupiah = .zero, interest: Rupiah = .zero, paidAhead: Rupiah = .zero,
    administration: Rupiah = .zero, administrationAhead: Rupiah = .zero
  ) {
    self.lateFee = lateFee
    self.interest = interest
    self.paidAhead = paidAhead
    self.administration = administration
    self.administrationAhead = administrationAhead
  }

  /// Takes over interest and administration that are owed, or that were paid ahead where less than
  /// nothing is owed.
  ///
  /// - Throws: `amount.overflow`.
  package init(
    lateFee: Rupiah, interestOwed: Rupiah, administrationOwed: Rupiah = .zero
  ) throws(LedgerError) {
    self.init(
      lateFee: lateFee, interest: interestOwed.orZero, paidAhead: try interestOwed.negated().orZero,
      administration: administrationOwed.orZero,
      administrationAhead: try administrationOwed.negated().orZero)
  }

  /// What was paid ahead, by what it settles.
  package var ahead: LoanParts {
    LoanParts(interest: paidAhead, administration: administrationAhead)
  }

  /// What is owed and part of the first installment.
  package var owed: LoanParts {
    LoanParts(interest: interest, administration: administration)
  }

  /// The same with installments that were paid on time before.
  package func counting(onTime: Int) -> CarriedOver {
    var carried = self
    carried.onTime = onTime
    return carried
  }

  /// What the first plan of a loan takes over.
  package static let nothing = CarriedOver()
}
