/// The dues of one member: a card for each product that ever asked for anything (kartu wajib).
public struct MemberDues: Hashable, Sendable, Codable {
  /// The member number.
  public let member: MemberNumber
  /// The member's name.
  public let name: String
  /// The day on which it stands so.
  public let asOf: BookDate
  /// In the order in which the products were added.
  public let cards: [DuesCard]

  /// Gathers the cards of a member.
  package init(member: MemberNumber, name: String, asOf: BookDate, cards: [DuesCard]) {
    self.member = member
    self.name = name
    self.asOf = asOf
    self.cards = cards
  }
}

extension MemberDues: Identifiable {
  /// The member's number.
  public var id: MemberNumber { member }
}
