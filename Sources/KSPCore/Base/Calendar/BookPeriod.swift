/// A run of days, both ends included.
public struct BookPeriod: Hashable, Sendable, Codable {
  /// The first day.
  public let first: BookDate
  /// The last day; never before the first.
  public let last: BookDate

  /// A period from one day through another.
  ///
  /// - Throws: `period.backwards` when it would end before it begins.
  public init(from first: BookDate, through last: BookDate) throws(LedgerError) {
    guard first <= last else { throw .periodBackwards(from: first, through: last) }
    self.first = first
    self.last = last
  }

  /// Reads what was written, with the same checks as a new one.
  public init(from decoder: any Decoder) throws {
    let object = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      from: object.decode(BookDate.self, forKey: .first),
      through: object.decode(BookDate.self, forKey: .last))
  }

  /// A whole month.
  public init(_ month: BookMonth) {
    self.first = month.firstDay
    self.last = month.lastDay
  }

  /// Whole months; `last` is not before `first`.
  init(_ first: BookMonth, through last: BookMonth) {
    self.first = first.firstDay
    self.last = last.lastDay
  }

  /// The number of days, at least 1.
  public var dayCount: Int { first.days(until: last) + 1 }
}

extension BookPeriod: CustomStringConvertible {
  /// Both days, for logs: `2026-01-01/2026-01-31`.
  public var description: String { "\(first)/\(last)" }
}
