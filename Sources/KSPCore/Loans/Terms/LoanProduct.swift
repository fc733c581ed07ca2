/// A loan product (produk pinjaman): what never changes about it.
public struct LoanProduct: Hashable, Sendable, Codable {
  /// The accounts that its loans touch, besides cash.
  public struct Accounts: Hashable, Sendable, Codable {
    /// The header above every loan's principal (pinjaman anggota).
    public var principalControl: AccountCode
    /// The header above every loan's interest receivable.
    public var interestControl: AccountCode
    /// The header above every loan's late fees receivable.
    public var lateFeeControl: AccountCode
    /// Income from interest.
    public var interestIncome: AccountCode
    /// Income from late fees and settlement penalties.
    public var lateFeeIncome: AccountCode
    /// Interest cut in advance that is not earned yet; a liability.
    public var unearnedInterest: AccountCode
    /// The allowance for losses (penyisihan); a contra-asset.
    public var allowance: AccountCode
    /// The expense of setting aside.
    public var allowanceExpense: AccountCode
    /// Income from loans that had been written off.
    public var recoveryIncome: AccountCode

    /// Names the accounts.
    public init(
      principalControl: AccountCode, interestControl: AccountCode, lateFeeControl: AccountCode,
      interestIncome: AccountCode, lateFeeIncome: AccountCode, unearnedInterest: AccountCode,
      allowance: AccountCode, allowanceExpense: AccountCode, recoveryIncome: AccountCode
    ) {
      self.principalControl = principalControl
      self.interestControl = interestControl
      self.lateFeeControl = lateFeeControl
      self.interestIncome = interestIncome
      self.lateFeeIncome = lateFeeIncome
      self.unearnedInterest = unearnedInterest
      self.allowance = allowance
      self.allowanceExpense = allowanceExpense
      self.recoveryIncome = recoveryIncome
    }

    /// The accounts that a book holds ready for loans, by their roles.
    ///
    /// - Throws: What `account` throws for a role that no account has.
    public init(
      _ account: (AccountRole) throws(LedgerError) -> AccountCode
    ) throws(LedgerError) {
      self.init(
        principalControl: try account(.controlLoan),
        interestControl: try account(.controlLoanInterest),
        lateFeeControl: try account(.controlLateFee), interestIncome: try account(.loanInterest),
        lateFeeIncome: try account(.lateFee), unearnedInterest: try account(.unearnedInterest),
        allowance: try account(.loanAllowance), allowanceExpense: try account(.loanLoss),
        recoveryIncome: try account(.loanRecovery))
    }
  }

  /// The code people type: `flat`, `menurun`.
  public let code: ProductCode
  /// The name in both languages.
  public let name: Phrase
  /// The accounts that its loans touch.
  public let accounts: Accounts

  /// Describes a product.
  public init(code: ProductCode, name: Phrase, accounts: Accounts) {
    self.code = code
    self.name = name
    self.accounts = accounts
  }
}

extension LoanProduct: Identifiable {
  /// The code.
  public var id: ProductCode { code }
}
