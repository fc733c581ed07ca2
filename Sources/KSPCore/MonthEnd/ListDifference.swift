/// An account on which the ledger holds something else than the list that the book keeps of it
/// (daftar tidak sama dengan buku besar). It stands in the way of a month end.
public struct ListDifference: Hashable, Sendable, Codable {
  /// Which list it is.
  public enum List: String, CaseIterable, Sendable, Codable {
    /// The register of fixed assets (daftar inventaris).
    case assets
    /// Interest that is set aside, or was paid in advance (akrual jasa).
    case accruals

    /// The name for people.
    public var name: Phrase {
      switch self {
      case .assets: Phrase(id: "Daftar inventaris", en: "Register of assets")
      case .accruals: Phrase(id: "Daftar akrual jasa", en: "List of accrued interest")
      }
    }
  }

  /// The list.
  public let list: List
  /// The account.
  public let account: AccountCode
  /// Its name.
  public let name: Phrase
  /// What the list says, on the normal side of the account.
  public let listed: Rupiah
  /// What the ledger says, on the same side.
  public let ledger: Rupiah
  /// What the ledger holds that the list does not know.
  public let difference: Rupiah

  /// Works the difference out.
  ///
  /// - Throws: `amount.overflow`.
  package init(
    _ list: List, account: AccountCode, name: Phrase, listed: Rupiah, ledger: Rupiah
  ) throws(LedgerError) {
    self.list = list
    self.account = account
    self.name = name
    self.listed = listed
    self.ledger = ledger
    difference = try ledger - listed
  }
}
