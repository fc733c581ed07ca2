import KSPLedger

extension ChartOfAccounts {
  /// The standard chart with cash that may be negative: the benchmark pays loans out of nothing.
  static func withOpenCash() throws -> ChartOfAccounts {
    try ChartOfAccounts(
      accounts: standard().accounts.map { account in
        var account = account
        account.mayBeNegative = account.isCash
        return account
      })
  }
}
