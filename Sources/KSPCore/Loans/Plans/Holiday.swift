/// A day without business besides Sundays (hari libur), off which due dates are shifted where a
/// product says so.
public struct Holiday: Hashable, Sendable, Codable {
  /// The day.
  public let day: BookDate
  /// What is celebrated.
  public let name: String

  /// Names a day.
  public init(day: BookDate, name: String) {
    self.day = day
    self.name = name
  }
}
