/// What a plan takes over from the one before it, so that nothing is forgiven or charged twice.
public struct CarriedOver: Hashable, Sendable {
  /// Late fees that are owed.
  public let lateFee: Rupiah
  /// Interest that was earned and not paid; it is part of the first installment and due with it.
  public let interest: Rupiah
  /// Interest that was paid ahead, or cut in advance and not earned; it settles the interest of the
  /// first installments.
  public let paidAhead: Rupiah
  /// Installments that were paid on time in a row before it; none of those before a rescheduling.
  public private(set) var onTime = 0

  /// Sums that are taken over; none of them is negative.
  public init(lateFee: Rupiah = .zero, interest: Rupiah = .zero, paidAhead: Rupiah = .zero) {
    self.lateFee = lateFee
    self.interest = interest
    self.paidAhead = paidAhead
  }

  /// Takes over interest that is owed, or that was paid ahead where less than nothing is owed.
  ///
  /// - Throws: `amount.overflow`.
  package init(lateFee: Rupiah, interestOwed: Rupiah) throws(LedgerError) {
    self.init(
      lateFee: lateFee, interest: interestOwed.orZero, paidAhead: try interestOwed.negated().orZero)
  }

  /// The same with installments that were paid on time before.
  func counting(onTime: Int) -> CarriedOver {
    var carried = self
    carried.onTime = onTime
    return carried
  }

  /// What a book holds of it.
  package init(lateFee: Rupiah, interest: Rupiah, paidAhead: Rupiah, onTime: Int) {
    self.init(lateFee: lateFee, interest: interest, paidAhead: paidAhead)
    self.onTime = onTime
  }

  /// What the first plan of a loan takes over.
  public static let nothing = CarriedOver()
}
