import GRDB
import KSPCore

/// Where the balances of a trial balance come from.
struct TrialBalanceSums {
  let sql: String
  let arguments: StatementArguments

  /// The balances that triggers maintain: nothing is summed.
  static let maintained = TrialBalanceSums(
    sql: "SELECT account, balance FROM accountBalance WHERE balance <> 0", arguments: [])

  /// The closing balances of the last month before the day, and the entries since: those of later
  /// days, and what was recorded later in the closing period of a year.
  static func computed(
    _ db: Database, asOf date: BookDate, through known: Int64
  ) throws -> TrialBalanceSums {
    let base = try Row.fetchOne(
      db,
      sql: """
        SELECT month, lastDay, lastEntry FROM closedMonth WHERE lastDay <= ? AND lastEntry <= ?
        ORDER BY month DESC LIMIT 1
        """, arguments: [date.dayNumber, known])
    return try TrialBalanceSums(
      sql: """
        SELECT account, balance FROM closingBalance WHERE month = ?
        UNION ALL
        SELECT p.account, p.amount FROM entry e CROSS JOIN posting p ON p.entry = e.id
        WHERE e.bookDate > ? AND e.bookDate <= ? AND e.id <= ?
        UNION ALL
        SELECT p.account, p.amount FROM yearEntry y CROSS JOIN posting p ON p.entry = y.entry
        WHERE y.entry > ? AND y.entry <= ? AND p.bookDate <= ?
        """,
      arguments: [
        (base?.optional(0) as Int64?) ?? Int64.min, (base?.optional(1) as Int64?) ?? Int64.min,
        date.dayNumber, known,
        (base?.optional(2) as Int64?) ?? Int64.max, known,
        (base?.optional(1) as Int64?) ?? Int64.min,
      ])
  }
}
