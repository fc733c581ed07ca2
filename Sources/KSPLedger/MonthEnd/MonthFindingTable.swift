import GRDB
import KSPCore

/// What was found when months were closed.
enum MonthFindingTable {
  /// The rows of a month that is closed now; nil for none.
  static func change(_ findings: [MonthFinding], of month: BookMonth) -> RowChange? {
    guard !findings.isEmpty else { return nil }
    return .insert(
      "monthFinding", columns: ["month", "finding", "count", "amount"],
      rows: findings.map {
        [
          StoredValue(month), .text($0.kind.rawValue), StoredValue($0.count),
          StoredValue($0.amount),
        ]
      })
  }

  /// What was found when a month was closed, in the order of the questions. What a newer program
  /// found is left out.
  static func read(_ db: Database, _ month: BookMonth) throws -> [MonthFinding] {
    let rows = try Row.fetchAll(
      db, sql: "SELECT finding, count, amount FROM monthFinding WHERE month = ?",
      arguments: [month.ordinal])
    let found = try rows.compactMap { row -> MonthFinding? in
      guard let kind = MonthFinding.Kind(rawValue: try row.value(0)) else { return nil }
      return MonthFinding(
        kind, count: try row.value(1),
        amount: (try row.optional(2) as Int64?).map { Rupiah(sen: $0) })
    }
    return MonthFinding.Kind.allCases.flatMap { kind in found.filter { $0.kind == kind } }
  }
}
