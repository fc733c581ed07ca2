import KSPCore

extension StoredWords<Loan.Step> {
  /// The steps of loans.
  static let loanSteps = StoredWords()
}

extension StoredWords<LoanComponent> {
  /// The parts of loans that have accounts.
  static let loanComponents = StoredWords()
}

extension StoredWords<LoanMethod> {
  /// The ways to repay a loan.
  static let loanMethods = StoredWords()
}

extension StoredWords<InterestDue> {
  /// When interest is to be paid.
  static let interestDues = StoredWords()
}

extension StoredWords<Rate.Basis> {
  /// The periods that rates are quoted for.
  static let rateBases = StoredWords()
}

extension StoredWords<Collateral.Kind> {
  /// The kinds of collateral.
  static let collateralKinds = StoredWords()
}
