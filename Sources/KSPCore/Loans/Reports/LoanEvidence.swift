/// What a month end keeps of one loan (bukti akhir bulan): where it stood, what became income, its
/// class and what is set aside.
public struct LoanEvidence: Hashable, Sendable, Codable {
  /// The principal that was owed.
  public let principal: Rupiah
  /// The principal in arrears.
  public let principalDue: Rupiah
  /// The interest in arrears.
  public let interestDue: Rupiah
  /// All late fees of the plan up to then, paid or not.
  public let lateFeeCharged: Rupiah
  /// The administration in arrears.
  public let administrationDue: Rupiah
  /// What became income with the month end.
  public let recognised: Rupiah
  /// What was not earned yet of interest cut in advance.
  public let unearned: Rupiah
  /// What was paid and not earned yet of other interest.
  public let prepaid: Rupiah
  /// When the oldest installment that was late had been due; nil when none was.
  public let oldestDue: BookDate?
  /// Its class.
  public let loanClass: LoanClass
  /// How much of its collateral counted.
  public let collateral: Rupiah
  /// What was set aside for it.
  public let allowance: Rupiah
  /// Whether it was owed.
  public let isOwed: Bool
  /// The class that it kept since a new plan; nil for none.
  public let keptClass: LoanClass?
  /// Whether its income waited until it was received.
  public let isStopped: Bool
  /// What was set aside of interest that had become income in earlier years, as an expense.
  public let expensedInterest: Rupiah
  /// The same of late fees.
  public let expensedLateFee: Rupiah

  /// Gathers what is kept.
  package init(
    principal: Rupiah, principalDue: Rupiah, interestDue: Rupiah, lateFeeCharged: Rupiah,
    recognised: Rupiah, unearned: Rupiah, prepaid: Rupiah = .zero, oldestDue: BookDate?,
    loanClass: LoanClass, collateral: Rupiah, allowance: Rupiah, isOwed: Bool,
    keptClass: LoanClass? = nil, isStopped: Bool = false, expensedInterest: Rupiah = .zero,
    expensedLateFee: Rupiah = .zero, administrationDue: Rupiah = .zero
  ) {
    self.keptClass = keptClass
    self.isStopped = isStopped
    self.expensedInterest = expensedInterest
    self.expensedLateFee = expensedLateFee
    self.principal = principal
    self.principalDue = principalDue
    self.interestDue = interestDue
    self.lateFeeCharged = lateFeeCharged
    self.administrationDue = administrationDue
    self.recognised = recognised
    self.unearned = unearned
    self.prepaid = prepaid
    self.oldestDue = oldestDue
    self.loanClass = loanClass
    self.collateral = collateral
    self.allowance = allowance
    self.isOwed = isOwed
  }
}
