/// A fixed asset that is entered in the register.
public struct NewAsset: Hashable, Sendable, Codable {
  /// Its number; nil for the next one.
  public var number: AssetNumber?
  /// What it is.
  public var name: String
  /// Where it stands.
  public var place: String?
  /// What it cost.
  public var cost: Rupiah
  /// What is left of it at the end of its life.
  public var residual: Rupiah
  /// Its life in months; 0 for what is not written off.
  public var months: Int
  /// When it was bought.
  public var acquiredOn: BookDate
  /// What an earlier book had written off; nil for what is bought now.
  public var takeover: FixedAsset.Takeover?
  /// The account that holds what it cost; nil for the one of the role.
  public var account: AccountCode?
  /// The account that holds what was written off; nil for the one of the role.
  public var accumulatedAccount: AccountCode?
  /// The account that takes what a month writes off; nil for the one of the role.
  public var expenseAccount: AccountCode?

  /// An asset.
  public init(
    _ name: String, cost: Rupiah, months: Int, acquiredOn: BookDate, residual: Rupiah = .zero,
    place: String? = nil, number: AssetNumber? = nil, takeover: FixedAsset.Takeover? = nil
  ) {
    self.name = name
    self.cost = cost
    self.months = months
    self.acquiredOn = acquiredOn
    self.residual = residual
    self.place = place
    self.number = number
    self.takeover = takeover
  }

  /// Refuses what no register can hold.
  ///
  /// - Throws: `amount.notPositive`, `asset.termsUnfit`, `entry.noteUnacceptable`,
  ///   `amount.overflow`.
  package func requireUsable() throws(LedgerError) {
    guard cost.isPositive else { throw .amountNotPositive(cost) }
    for text in [name, place, number?.text].compactMap(\.self) where !text.isUsableText {
      throw .noteUnacceptable(text)
    }
    guard !residual.isNegative, residual <= cost else {
      throw .assetTermsUnfit(
        Phrase(
          id: "nilai sisanya harus antara 0 dan harga perolehannya",
          en: "what is left of it must lie between 0 and what it cost"))
    }
    guard (0...1_200).contains(months) else {
      throw .assetTermsUnfit(
        Phrase(id: "umurnya harus 0 sampai 1200 bulan", en: "its life must be 0 to 1200 months"))
    }
    if let takeover { try requireUsable(takeover) }
  }

  private func requireUsable(_ takeover: FixedAsset.Takeover) throws(LedgerError) {
    guard acquiredOn <= takeover.asOf else {
      throw .assetTermsUnfit(
        Phrase(
          id: "dibelinya sesudah hari pengambilalihan",
          en: "it was bought after the day of the takeover"))
    }
    let least = try cost - residual
    guard !takeover.accumulated.isNegative, takeover.accumulated <= least else {
      throw .assetTermsUnfit(
        Phrase(
          id: "yang sudah disusutkan lebih dari harga perolehan dikurangi nilai sisa",
          en: "what was written off is more than its cost less what is left"))
    }
    guard months > 0 || takeover.accumulated.isZero else {
      throw .assetTermsUnfit(
        Phrase(
          id: "umurnya 0 bulan, padahal ada yang sudah disusutkan",
          en: "its life is 0 months, but something was written off"))
    }
    let end = acquiredOn.month.ordinal + Int32(months)
    guard months == 0 || end > takeover.asOf.month.ordinal || takeover.accumulated == least else {
      throw .assetTermsUnfit(
        Phrase(
          id: "umurnya sudah habis pada \(takeover.asOf), tetapi belum habis disusutkan; "
            + "perpanjang umurnya atau beri nilai sisa",
          en: "its life ended by \(takeover.asOf), but it is not written off; "
            + "give it a longer life or say what is left of it"))
    }
  }
}
