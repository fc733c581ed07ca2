/// The number of a fixed asset in the register (nomor inventaris): `INV-0001`.
public struct AssetNumber: RecordNumber {
  /// The number as people write it.
  public let text: String

  /// A number from its text.
  public init(_ text: String) {
    self.text = text
  }
}
