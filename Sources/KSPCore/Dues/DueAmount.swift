/// What a product of the kind wajib asks for each month, from a month on (besaran wajib).
public struct DueAmount: Hashable, Sendable, Codable {
  /// Of whom it is asked; of several that concern a member the most particular one holds.
  public enum Scope: Hashable, Sendable, Codable {
    /// Everybody of whom nothing more particular is said.
    case everyone
    /// Persons, or organisations.
    case kind(Member.Kind)
    /// Those who belong in a way, such as prospective members; goes before their kind.
    case standing(Member.Standing)
    /// One member, by number; goes before everything else.
    case member(MemberNumber)

    // What the values are called on a wire.
    private enum KindCodingKeys: String, CodingKey { case _0 = "value" }
    private enum StandingCodingKeys: String, CodingKey { case _0 = "value" }
    private enum MemberCodingKeys: String, CodingKey { case _0 = "number" }
  }

  /// The product's code.
  public let product: ProductCode
  /// Of whom it is asked.
  public let scope: Scope
  /// The first month that it is asked for. It holds until the next one for the same.
  public let from: BookMonth
  /// How much a month; zero asks for nothing.
  public let amount: Rupiah
  /// The event that set it: what was paid later knew of it. Zero for what the terms of the product
  /// say.
  package let event: Int64

  /// An amount from a month on.
  package init(
    _ amount: Rupiah, product: ProductCode, scope: Scope = .everyone, from: BookMonth,
    event: Int64 = 0
  ) {
    self.product = product
    self.scope = scope
    self.from = from
    self.amount = amount
    self.event = event
  }
}

extension DueAmount.Scope {
  /// Reads a kind of member (`individual`, `organization`) or a standing (`prospective`,
  /// `honorary`), in either language.
  ///
  /// - Throws: `import.wordUnknown`.
  public init(parsingKind text: String) throws(LedgerError) {
    if let kind = try? Member.Kind(parsing: text) {
      self = .kind(kind)
    } else if let standing = try? Member.Standing(parsing: text) {
      self = .standing(standing)
    } else {
      throw .importWordUnknown(
        text,
        known: [
          "individual/orang", "organization/badan", "prospective/calon", "member/anggota",
          "honorary/luar-biasa",
        ])
    }
  }

  /// The word that the file stores for a kind or a standing; nil for the others.
  package var kindWord: String? {
    switch self {
    case .kind(let kind): kind.rawValue
    case .standing(let standing): standing.rawValue
    case .everyone, .member: nil
    }
  }

  /// Reads what the file stores; nil for a word that is neither.
  package init?(kindWord: String) {
    if let kind = Member.Kind(rawValue: kindWord) {
      self = .kind(kind)
    } else if let standing = Member.Standing(rawValue: kindWord) {
      self = .standing(standing)
    } else {
      return nil
    }
  }
}
