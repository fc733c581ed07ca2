/// What is set right in the open year of one that a meeting has ratified (koreksi tahun lalu).
///
/// The ratified year stays as it is: the entry counts on its own day, in the SHU or the equity of
/// the year in which it lies, and is shown there and beside the year that it sets right.
///
/// ```swift
/// let correction = YearCorrection(
///   of: 2025,
///   legs: [.init(account: "5-2100", amount: 450_000), .init(account: "2-1600", amount: -450_000)],
///   on: try BookDate(parsing: "2026-05-04"), document: "Tagihan listrik Desember 2025")
/// ```
public struct YearCorrection: Hashable, Sendable, Codable {
  /// The year that is set right, by the calendar year in which it begins.
  public var year: Int
  /// The legs, debits positive: on no account of a member or a loan.
  public var legs: [ManualEntry.Leg]
  /// The day on which it counts.
  public var bookDate: BookDate
  /// The paper that it stands on.
  public var document: String

  /// Describes a correction; it is checked when it is posted.
  public init(
    of year: Int, legs: [ManualEntry.Leg], on bookDate: BookDate, document: String
  ) {
    self.year = year
    self.legs = legs
    self.bookDate = bookDate
    self.document = document
  }
}
