/// What joining or leaving leaves behind: the member, and the receipt of the money that moved.
public struct MembershipReceipt: Hashable, Sendable, Codable {
  /// The member as they joined or left.
  public let member: Member
  /// The receipt of what was brought or paid out; nil where no money moved.
  public var receipt: Receipt?

  /// Gathers what was left.
  package init(member: Member, receipt: Receipt?) {
    self.member = member
    self.receipt = receipt
  }
}
