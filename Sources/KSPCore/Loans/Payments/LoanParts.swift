/// Sums by what they settle on a loan, and what of the money went into savings.
///
/// As a change between two divisions of the same money they add up to zero.
public struct LoanParts: Hashable, Sendable {
  /// Late fees.
  public var lateFee: Rupiah
  /// Interest.
  public var interest: Rupiah
  /// Principal.
  public var principal: Rupiah
  /// What went into savings.
  public var savings: Rupiah

  /// Names the sums.
  public init(
    lateFee: Rupiah = .zero, interest: Rupiah = .zero, principal: Rupiah = .zero,
    savings: Rupiah = .zero
  ) {
    self.lateFee = lateFee
    self.interest = interest
    self.principal = principal
    self.savings = savings
  }

  /// Whether every sum is zero.
  public var isNothing: Bool {
    lateFee.isZero && interest.isZero && principal.isZero && savings.isZero
  }

  /// All sums together.
  ///
  /// - Throws: `amount.overflow`.
  public func total() throws(LedgerError) -> Rupiah {
    try lateFee + interest + principal + savings
  }

  /// Adds a sum to what it settles.
  ///
  /// - Throws: `amount.overflow`.
  package mutating func add(_ amount: Rupiah, to component: LoanComponent) throws(LedgerError) {
    switch component {
    case .lateFee: try lateFee += amount
    case .interest: try interest += amount
    case .principal: try principal += amount
    }
  }

  /// What has to be added to `old` to make it these sums.
  ///
  /// - Throws: `amount.overflow`.
  package func since(_ old: LoanParts) throws(LedgerError) -> LoanParts {
    LoanParts(
      lateFee: try lateFee - old.lateFee, interest: try interest - old.interest,
      principal: try principal - old.principal, savings: try savings - old.savings)
  }
}
