/// Members with what they held on a day: all, those of a group, or those with savings in a product
/// (nominatif).
public struct MemberList: Hashable, Sendable, Codable {
  /// The day.
  public let asOf: BookDate
  /// The group (unit); nil for all.
  public let group: String?
  /// The product; nil for all.
  public let product: ProductCode?
  /// The members, by number.
  public let members: [MemberSummary]

  /// Gathers a list.
  package init(
    asOf: BookDate, group: String?, product: ProductCode?, members: [MemberSummary]
  ) {
    self.asOf = asOf
    self.group = group
    self.product = product
    self.members = members
  }
}
