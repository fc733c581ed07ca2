/// A transit account with its open items.
public struct TransitAccount: Hashable, Sendable, Codable {
  /// The account.
  public let code: AccountCode
  /// Its name.
  public let name: Phrase
  /// The open items, oldest first.
  public let items: [TransitItem]
  /// What is open by age, in the order of ``TransitAge``.
  public let sums: [Rupiah]
  /// What the account holds, which is what is open altogether.
  public let balance: Rupiah

  /// Adds the items up.
  ///
  /// - Throws: `amount.overflow`.
  package init(
    code: AccountCode, name: Phrase, items: [TransitItem]
  ) throws(LedgerError) {
    self.code = code
    self.name = name
    self.items = items
    var sums: [Rupiah] = []
    for age in TransitAge.allCases {
      sums.append(try items.filter { $0.age == age }.map(\.open).sum())
    }
    self.sums = sums
    balance = try sums.sum()
  }

  /// Whether something is open that is older than a month.
  public var isOverdue: Bool { items.contains { $0.age != .current } }
}

extension TransitAccount: Identifiable {
  /// Its code.
  public var id: AccountCode { code }
}
