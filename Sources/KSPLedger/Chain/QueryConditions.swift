import GRDB
import KSPCore

/// The conditions of a query that is put together, with what is bound to them in their order.
struct QueryConditions {
  private var sql: [String] = []
  private var values: [StoredValue] = []

  mutating func add(_ condition: String, _ values: [StoredValue]) {
    sql.append(condition)
    self.values += values
  }

  mutating func add(_ condition: String, _ values: StoredValue...) { add(condition, values) }

  /// A statement of its own, so that what is done with one of its rows may ask the same.
  func statement(_ db: Database, _ select: String, order: String) throws -> SQLStatement {
    let condition = sql.isEmpty ? "" : " WHERE " + sql.joined(separator: " AND ")
    let statement = try SQLStatement(
      db, "\(select)\(condition) ORDER BY \(order)", isShared: false)
    for (index, value) in values.enumerated() { statement.bind(value, at: Int32(index + 1)) }
    return statement
  }
}
