/// The code of a savings or loan product (kode produk): `sukarela`, `flat`.
public struct ProductCode: RecordNumber {
  /// The code as people write it.
  public let text: String

  /// A code from its text.
  public init(_ text: String) {
    self.text = text
  }
}
