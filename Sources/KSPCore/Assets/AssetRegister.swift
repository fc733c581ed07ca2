/// The register of fixed assets on a day (daftar inventaris).
public struct AssetRegister: Hashable, Sendable, Codable {
  /// What the register says of an account beside what the ledger says.
  public struct Control: Hashable, Sendable, Codable {
    /// The account.
    public let account: AccountCode
    /// Its name.
    public let name: Phrase
    /// The assets of the register that it holds, or what was written off of them; on its normal
    /// side.
    public let register: Rupiah
    /// What the ledger says; on the same side.
    public let ledger: Rupiah
    /// What the ledger holds that the register does not know.
    public let difference: Rupiah

    /// Works the difference out.
    ///
    /// - Throws: `amount.overflow`.
    package init(
      account: AccountCode, name: Phrase, register: Rupiah, ledger: Rupiah
    ) throws(LedgerError) {
      self.account = account
      self.name = name
      self.register = register
      self.ledger = ledger
      difference = try ledger - register
    }
  }

  /// The day.
  public let asOf: BookDate
  /// The assets that the cooperative had, by place and number.
  public let assets: [AssetStanding]
  /// The accounts of these assets, by code: empty where the register was asked for one place only.
  public let controls: [Control]
  /// What the assets cost.
  public let cost: Rupiah
  /// What was written off.
  public let accumulated: Rupiah
  /// What is left.
  public let bookValue: Rupiah

  /// Adds the assets up.
  ///
  /// - Throws: `amount.overflow`.
  package init(
    asOf: BookDate, assets: [AssetStanding], controls: [Control]
  ) throws(LedgerError) {
    self.asOf = asOf
    self.assets = assets
    self.controls = controls
    cost = try assets.map(\.asset.cost).sum()
    accumulated = try assets.map(\.accumulated).sum()
    bookValue = try cost - accumulated
  }
}
