/// The number of a member (nomor anggota), as it stands on the member's papers: `0001`.
public struct MemberNumber: RecordNumber {
  /// The number as people write it.
  public let text: String

  /// A number from its text.
  public init(_ text: String) {
    self.text = text
  }
}
