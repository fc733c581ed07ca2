import GRDB
import KSPCore

/// When savings accounts were there, as far as it was known at a point.
struct AccountLife {
  private let life: SQLStatement

  init(_ db: Database, _ state: KnownState) throws {
    // What was opened without money is there from the member's joining on; what has money, from
    // the first of it on.
    life = try SQLStatement(
      db,
      """
      SELECT CASE WHEN EXISTS (SELECT 1 FROM event WHERE kind = ?3 AND subject = m.number
          AND number <= ?2) THEN a.closedOn END,
        ifnull((SELECT min(bookDate) FROM posting WHERE account = s.account AND entry <= ?4),
          m.joinedOn)
      FROM savingsAccount s JOIN account a ON a.id = s.account JOIN member m ON m.id = s.member
      WHERE s.account = ?1
      """)
    life.bind(state.event, at: 2)
    life.bind(EventKind.memberLeft.rawValue, at: 3)
    life.bind(state.entry, at: 4)
  }

  /// Whether an account was open on a day of a period.
  func during(_ period: BookPeriod, _ account: AccountID) throws -> Bool {
    life.bind(account.value, at: 1)
    defer { life.reset() }
    guard try life.step() else { return true }
    if let closed = life.optionalInt64(0), closed < Int64(period.first.dayNumber) { return false }
    return life.int64(1) <= Int64(period.last.dayNumber)
  }
}
