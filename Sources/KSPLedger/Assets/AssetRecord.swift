import KSPCore

/// A fixed asset with what the book knows it by.
struct AssetRecord {
  let id: Int64
  let asset: FixedAsset
  /// Hold what it cost and what was written off, and take what a month writes off.
  let cost, accumulated, expense: AccountID
}
