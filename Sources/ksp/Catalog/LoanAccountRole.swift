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

  static let list = words(Self.self)

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

  /// The accounts of another product with some changed; without one, all have to be given.
  static func accounts(
    _ old: LoanProduct.Accounts?, _ changes: [(LoanAccountRole, AccountCode)]
  ) throws -> LoanProduct.Accounts {
    let given = Dictionary(changes) { _, last in last }
    guard let first = changes.first?.1, old != nil || given.count == allCases.count else {
      if let old { return old }
      throw UsageProblem(
        Phrase(
          "Belum ada produk yang bisa ditiru, jadi semua akun harus disebut.",
          "There is no product to copy, so every account has to be given."),
        advice: Phrase("Beri --account untuk: \(list).", "Give --account for: \(list)."))
    }
    var accounts =
      old
      ?? LoanProduct.Accounts(
        principalControl: first, interestControl: first, lateFeeControl: first,
        interestIncome: first, lateFeeIncome: first, unearnedInterest: first, allowance: first,
        allowanceExpense: first, recoveryIncome: first)
    for (role, code) in given { accounts[keyPath: role.path] = code }
    return accounts
  }
}
