import KSPCore

/// What a room asks before a month is closed. It posts nothing; what it finds is kept with the
/// closing.
protocol MonthEndQuestion: SendableMetatype {
  /// What is found in a month that is still open.
  static func findings(_ month: EndingMonth) throws -> [MonthFinding]
}
