/// A name that the cooperative keeps for an account of the chart, for what it pays and receives
/// every week: `listrik` for office expenses.
public struct AccountName: Hashable, Sendable, Codable {
  /// The name in small letters, as it is typed.
  public let name: String
  /// The account that it stands for.
  public let account: AccountCode
  /// What the chart calls the account.
  public let accountName: Phrase

  /// Names an account.
  package init(name: String, account: AccountCode, accountName: Phrase) {
    self.name = name
    self.account = account
    self.accountName = accountName
  }

  /// A name as it is kept: small letters, one space between words.
  package static func kept(_ text: String) -> String {
    text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension AccountName: Identifiable {
  /// The name.
  public var id: String { name }
}
