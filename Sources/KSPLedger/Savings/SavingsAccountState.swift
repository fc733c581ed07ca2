import KSPCore

/// What the counter needs to know of a member's account.
struct SavingsAccountState {
  let id: AccountID
  let code: AccountCode
  let product: Int64
  /// The balance as the member sees it: a credit is positive.
  let balance: Rupiah
  let closedOn: BookDate?
}

extension SavingsAccountState {
  /// The same account as an entry meets it.
  init(_ account: AccountState, product: Int64) throws {
    self.init(
      id: account.id, code: account.code, product: product,
      balance: try account.balance.negated(), closedOn: account.closedOn)
  }
}
