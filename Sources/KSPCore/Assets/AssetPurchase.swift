/// A fixed asset that was bought (`Ledger.buyAsset`): its line in the register, and its voucher.
public struct AssetPurchase: Hashable, Sendable, Codable {
  /// The asset as the register has it.
  public let asset: FixedAsset
  /// The receipt.
  public package(set) var receipt: Receipt

  /// Pairs an asset with its receipt.
  package init(asset: FixedAsset, receipt: Receipt) {
    self.asset = asset
    self.receipt = receipt
  }
}
