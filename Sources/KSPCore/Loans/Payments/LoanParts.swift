/// Sums by what they settle on a loan, and what of the money went into savings.
///
/// The parts of an installment, of what is owed, of a payment and of its changes are all such sums,
/// so that nothing else has to know how many parts there are. As a change between two divisions of
/// the same money they add up to zero.
public struct LoanParts: Hashable, Sendable, Codable {
  /// Late fees.
  public var lateFee: Rupiah
  /// Interest.
  public var interest: Rupiah
  /// Administration.
  public var administration: Rupiah
  /// Principal.
  public var principal: Rupiah
  /// What went into savings.
  public var savings: Rupiah

  /// Names the sums.
  public init(
    lateFee: Rupiah = .zero, interest: Rupiah = .zero, administration: Rupiah = .zero,
    principal: Rupiah = .zero, savings: Rupiah = .zero
  ) {
    self.lateFee = lateFee
    self.interest = interest
    self.administration = administration
    self.principal = principal
    self.savings = savings
  }

  /// Takes each sum from a component.
  package init(
    each amount: (LoanComponent) throws(LedgerError) -> Rupiah
  ) throws(LedgerError) {
    self.init(
      lateFee: try amount(.lateFee), interest: try amount(.interest),
      administration: try amount(.administration), principal: try amount(.principal))
  }

  /// The sum of a component.
  public subscript(component: LoanComponent) -> Rupiah {
    get {
      switch component {
      case .lateFee: lateFee
      case .interest: interest
      case .administration: administration
      case .principal: principal
      }
    }
    set {
      switch component {
      case .lateFee: lateFee = newValue
      case .interest: interest = newValue
      case .administration: administration = newValue
      case .principal: principal = newValue
      }
    }
  }

  /// Whether every sum is zero.
  public var isNothing: Bool { self == LoanParts() }

  /// Whether any sum is above zero.
  package var isAnyPositive: Bool {
    lateFee.isPositive || interest.isPositive || administration.isPositive || principal.isPositive
      || savings.isPositive
  }

  /// All sums together.
  ///
  /// - Throws: `amount.overflow`.
  public func total() throws(LedgerError) -> Rupiah {
    try lateFee + interest + administration + principal + savings
  }

  /// Adds a sum to what it settles.
  ///
  /// - Throws: `amount.overflow`.
  package mutating func add(_ amount: Rupiah, to component: LoanComponent) throws(LedgerError) {
    try self[component] += amount
  }

  /// Adds other sums, each to its own.
  ///
  /// - Throws: `amount.overflow`.
  package mutating func add(_ other: LoanParts) throws(LedgerError) {
    try lateFee += other.lateFee
    try interest += other.interest
    try administration += other.administration
    try principal += other.principal
    try savings += other.savings
  }

  /// What has to be added to `old` to make it these sums.
  ///
  /// - Throws: `amount.overflow`.
  package func since(_ old: LoanParts) throws(LedgerError) -> LoanParts {
    LoanParts(
      lateFee: try lateFee - old.lateFee, interest: try interest - old.interest,
      administration: try administration - old.administration,
      principal: try principal - old.principal, savings: try savings - old.savings)
  }

  /// The sums above zero.
  var orZero: LoanParts {
    LoanParts(
      lateFee: lateFee.orZero, interest: interest.orZero, administration: administration.orZero,
      principal: principal.orZero, savings: savings.orZero)
  }

  /// What these sums settle of an installment: the smaller of each two.
  func covering(_ installment: LoanParts) -> LoanParts {
    LoanParts(
      interest: min(interest, installment.interest),
      administration: min(administration, installment.administration),
      principal: min(principal, installment.principal))
  }
}
