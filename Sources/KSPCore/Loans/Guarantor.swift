/// Somebody who vouches for a loan (penjamin): a member, or another person.
public struct Guarantor: Hashable, Sendable, Codable {
  /// The member's number; nil for somebody who is no member.
  public var member: MemberNumber?
  /// The name; a member's is that of the register.
  public var name: String
  /// The national id of somebody who is no member, 16 digits.
  public var nik: String?
  /// What they are to the borrower, such as `suami`.
  public var relation: String?

  /// A guarantor.
  public init(
    member: MemberNumber? = nil, name: String, nik: String? = nil, relation: String? = nil
  ) {
    self.member = member
    self.name = name
    self.nik = nik
    self.relation = relation
  }

  /// Reads what people type: a member's number, or `NAME`, `NAME:NIK` and `NAME:NIK:RELATION`.
  ///
  /// Whether a text is a member's number is known only to the book: what names a member there is
  /// linked when the loan is entered.
  public init(_ text: some StringProtocol) {
    let parts = text.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
      .map { part in
        String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      }
    func part(_ index: Int) -> String? {
      parts.indices.contains(index) && !parts[index].isEmpty ? parts[index] : nil
    }
    self.init(name: part(0) ?? "", nik: part(1), relation: part(2))
  }

  /// How they are listed: `Budi Santoso (0002)`, or `Wati (istri)`.
  public var text: String {
    [member?.text, relation].compactMap(\.self).first.map { "\(name) (\($0))" } ?? name
  }
}

extension Guarantor: ExpressibleByStringLiteral {
  /// Reads a literal as ``init(_:)`` does.
  public init(stringLiteral text: String) { self.init(text) }
}

/// What a member who vouches for others may have to pay (eksposur penjamin).
public struct GuarantorExposure: Hashable, Sendable, Codable {
  /// The member's number.
  public let member: MemberNumber
  /// The running loans that the member vouches for, by number.
  public let loans: [LoanNumber]
  /// The principal that is owed on them.
  public let guaranteed: Rupiah
  /// The principal that the member owes.
  public let owed: Rupiah

  /// Gathers what a member vouches for.
  package init(member: MemberNumber, loans: [LoanNumber], guaranteed: Rupiah, owed: Rupiah) {
    self.member = member
    self.loans = loans
    self.guaranteed = guaranteed
    self.owed = owed
  }
}
