/// That a member owes nothing for some months, with the reason; or that they owe again.
public struct DueExemption: Hashable, Sendable, Codable {
  /// The first month.
  public let from: BookMonth
  /// The last month; nil for all that follow.
  public let until: BookMonth?
  /// Why, such as a decision of the board.
  public let reason: String
  /// Whether it takes an earlier exemption of these months back.
  public let isLifted: Bool

  /// An exemption; where two speak of a month, the later one holds.
  package init(from: BookMonth, until: BookMonth?, reason: String, isLifted: Bool = false) {
    self.from = from
    self.until = until
    self.reason = reason
    self.isLifted = isLifted
  }

  /// Whether it speaks of a month.
  package func covers(_ month: BookMonth) -> Bool {
    from <= month && until.map { month <= $0 } ?? true
  }
}
