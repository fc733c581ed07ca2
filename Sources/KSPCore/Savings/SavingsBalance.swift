/// What one savings account holds on a day (`Ledger.balances(of:on:_:)`).
public struct SavingsBalance: Hashable, Sendable, Codable {
  /// The account.
  public let account: AccountCode
  /// The number of its member.
  public let member: MemberNumber
  /// The member's name.
  public let memberName: String
  /// What the account holds at the end of the day.
  public let balance: Rupiah
  /// When it was closed, if it was.
  public let closedOn: BookDate?

  /// Gathers what is known.
  package init(
    account: AccountCode, member: MemberNumber, memberName: String, balance: Rupiah,
    closedOn: BookDate?
  ) {
    self.account = account
    self.member = member
    self.memberName = memberName
    self.balance = balance
    self.closedOn = closedOn
  }
}

extension SavingsBalance: Identifiable {
  /// The code of the account.
  public var id: AccountCode { account }
}
