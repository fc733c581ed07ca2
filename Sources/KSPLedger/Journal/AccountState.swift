import KSPCore

/// An account as an entry written by hand meets it.
struct AccountState {
  let id: AccountID
  let code: AccountCode
  let type: AccountType
  let isPostable: Bool
  let closedOn: BookDate?
  /// Debit-positive.
  let balance: Rupiah
  /// The member and product behind it, for a member's account.
  let savings: (member: MemberNumber, memberName: String, product: Int64)?
}
