/// The open items of all transit accounts by age (daftar titipan menurut umur).
public struct TransitList: Hashable, Sendable, Codable {
  /// The day for which it is drawn up.
  public let date: BookDate
  /// The accounts, by code.
  public let accounts: [TransitAccount]

  /// Gathers the accounts.
  package init(date: BookDate, accounts: [TransitAccount]) {
    self.date = date
    self.accounts = accounts
  }
}
