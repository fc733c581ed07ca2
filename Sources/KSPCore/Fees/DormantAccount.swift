/// An account whose member has moved nothing for months (rekening pasif).
public struct DormantAccount: Hashable, Sendable, Codable {
  /// The account.
  public let account: AccountCode
  /// The number of its member.
  public let member: MemberNumber
  /// The member's name.
  public let memberName: String
  /// What it holds.
  public let balance: Rupiah
  /// The last day on which the member moved something.
  public let lastMoved: BookDate

  /// Gathers it.
  package init(
    account: AccountCode, member: MemberNumber, memberName: String, balance: Rupiah,
    lastMoved: BookDate
  ) {
    self.account = account
    self.member = member
    self.memberName = memberName
    self.balance = balance
    self.lastMoved = lastMoved
  }
}

extension DormantAccount: Identifiable {
  /// Its account.
  public var id: AccountCode { account }
}
