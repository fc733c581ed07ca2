/// An adjusting entry of the closing period (jurnal penyesuaian), such as an auditor asks for: it
/// counts on the last day of the year, although that month is closed.
///
/// ```swift
/// let adjustment = YearAdjustment(
///   of: 2025,
///   legs: [
///     .init(account: "5-2900", amount: 3_000_000), .init(account: "1-1290", amount: -3_000_000),
///   ], document: "Laporan auditor 12/2026")
/// ```
public struct YearAdjustment: Hashable, Sendable, Codable {
  /// The year, by the calendar year in which it begins.
  public var year: Int
  /// The legs, debits positive: on no cash, no bank and no account of a member or a loan.
  public var legs: [ManualEntry.Leg]
  /// The paper that it stands on.
  public var document: String

  /// Describes an adjustment; it is checked when it is posted.
  public init(of year: Int, legs: [ManualEntry.Leg], document: String) {
    self.year = year
    self.legs = legs
    self.document = document
  }
}
