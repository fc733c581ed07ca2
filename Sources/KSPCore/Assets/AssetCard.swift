/// What was and will be written off of a fixed asset (kartu aset).
public struct AssetCard: Hashable, Sendable, Codable {
  /// What a month wrote off.
  public struct Month: Hashable, Sendable, Codable {
    /// The month.
    public let month: BookMonth
    /// What it wrote off.
    public let amount: Rupiah
    /// What was written off by then.
    public let accumulated: Rupiah
    /// The voucher.
    public let entry: EntryNumber

    /// Gathers a month.
    package init(month: BookMonth, amount: Rupiah, accumulated: Rupiah, entry: EntryNumber) {
      self.month = month
      self.amount = amount
      self.accumulated = accumulated
      self.entry = entry
    }
  }

  /// The asset as it stands.
  public let standing: AssetStanding
  /// What this book writes off of it.
  public let plan: DepreciationPlan
  /// What month ends wrote off, the first one first.
  public let months: [Month]

  /// Gathers a card.
  package init(standing: AssetStanding, plan: DepreciationPlan, months: [Month]) {
    self.standing = standing
    self.plan = plan
    self.months = months
  }
}

extension AssetCard: Identifiable {
  /// The asset's number.
  public var id: AssetNumber { standing.asset.number }
}
