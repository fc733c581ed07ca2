/// The number of a loan (nomor pinjaman), as it stands in its agreement: `PJ-0001`.
public struct LoanNumber: RecordNumber {
  /// The number as people write it.
  public let text: String

  /// A number from its text.
  public init(_ text: String) {
    self.text = text
  }
}
