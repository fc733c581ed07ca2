/// What is claimed for tax on interest: from members, and from the state (piutang PPh).
public struct TaxClaims: Hashable, Sendable, Codable {
  /// What is claimed from one member.
  public struct Row: Hashable, Sendable, Codable {
    /// The member number.
    public let member: MemberNumber
    /// The member's name.
    public let name: String
    /// How much.
    public let amount: Rupiah

    /// Gathers a claim.
    package init(member: MemberNumber, name: String, amount: Rupiah) {
      self.member = member
      self.name = name
      self.amount = amount
    }
  }

  /// The members of whom something is claimed, by number.
  public let members: [Row]
  /// What the account of these claims holds (1-1330 in the standard chart).
  public let receivable: Rupiah
  /// What the state got too much (1-1340 in the standard chart).
  public let overpaid: Rupiah

  /// Gathers claims.
  package init(members: [Row], receivable: Rupiah, overpaid: Rupiah) {
    self.members = members
    self.receivable = receivable
    self.overpaid = overpaid
  }
}

/// How a claim of tax ended; the raw value is what the file stores.
package enum TaxClaimWay: String, Sendable {
  /// The member paid it.
  case paid
  /// The cooperative let the member off.
  case forgiven
}
