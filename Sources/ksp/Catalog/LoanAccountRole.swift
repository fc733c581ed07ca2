import KSPCore

/// The accounts of a loan product, by the words that people type.
enum LoanAccountRole: String, CaseIterable {
  case principalControl = "principal-control"
  case interestControl = "interest-control"
  case lateFeeControl = "late-fee-control"
  case interestIncome = "interest-income"
  case lateFeeIncome = "late-fee-income"
  case unearnedInterest = "unearned-interest"
  case allowance
  case allowanceExpense = "allowance-expense"
  case recoveryIncome = "recovery-income"

  private var path: WritableKeyPath<LoanProduct.Accounts, AccountCode> {
    switch self {
    case .principalControl: \.principalControl
    case .interestControl: \.interestControl
    case .lateFeeControl: \.lateFeeControl
    case .interestIncome: \.interestIncome
    case .lateFeeIncome: \.lateFeeIncome
    case .unearnedInterest: \.unearnedInterest
    case .allowance: \.allowance
    case .allowanceExpense: \.allowanceExpense
    case .recoveryIncome: \.recoveryIncome
    }
  }

  /// Accounts with some changed.
  static func accounts(
    _ old: LoanProduct.Accounts, _ changes: [(LoanAccountRole, AccountCode)]
  ) -> LoanProduct.Accounts {
    var accounts = old
    for (role, code) in changes { accounts[keyPath: role.path] = code }
    return accounts
  }
}
