/// A fixed asset as it stands on a day.
public struct AssetStanding: Hashable, Sendable, Codable {
  /// The asset.
  public let asset: FixedAsset
  /// What was written off by then.
  public let accumulated: Rupiah
  /// What is left of what it cost (nilai buku).
  public let bookValue: Rupiah

  /// Works out what is left.
  ///
  /// - Throws: `amount.overflow`.
  package init(_ asset: FixedAsset, accumulated: Rupiah) throws(LedgerError) {
    self.asset = asset
    self.accumulated = accumulated
    bookValue = try asset.cost - accumulated
  }
}

extension AssetStanding: Identifiable {
  /// The asset's number.
  public var id: AssetNumber { asset.number }
}
