/// What a member got of the SHU of one year.
public struct ShuReceived: Hashable, Sendable, Codable {
  /// The book year.
  public let year: Int
  /// The member's part.
  public let total: Rupiah
  /// What was paid of it.
  public let paid: Rupiah
  /// What is still owed to the member.
  public let left: Rupiah

  /// What became of a part.
  package init(year: Int, total: Rupiah, paid: Rupiah, left: Rupiah) {
    self.year = year
    self.total = total
    self.paid = paid
    self.left = left
  }
}
