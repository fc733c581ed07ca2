/// What an import stored.
public struct ImportReport: Hashable, Sendable {
  /// The file as the caller named it.
  public let file: String
  /// The rows that were read, without the header.
  public let rows: Int
  /// The rows that were stored now.
  public let stored: Int
  /// The rows that had been stored by an earlier import.
  public let alreadyStored: Int
  /// For opening balances: what the clearing account holds afterwards; zero when it is complete.
  public let openingDifference: Rupiah?

  /// Gathers a report.
  public init(
    file: String, rows: Int, stored: Int, alreadyStored: Int, openingDifference: Rupiah? = nil
  ) {
    self.file = file
    self.rows = rows
    self.stored = stored
    self.alreadyStored = alreadyStored
    self.openingDifference = openingDifference
  }
}
