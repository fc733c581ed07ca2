/// Whose savings an account holds, and in which product (`Ledger.owner(of:)`).
public struct SavingsOwner: Hashable, Sendable, Codable {
  /// The member.
  public let member: MemberNumber
  /// The product.
  public let product: ProductCode

  /// Names a member and a product.
  package init(member: MemberNumber, product: ProductCode) {
    self.member = member
    self.product = product
  }
}
