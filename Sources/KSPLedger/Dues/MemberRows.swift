import GRDB
import KSPCore

/// A query in the order of members that is walked beside others: each member takes their rows.
///
/// So a list of all members asks the file once for each table, and holds one member at a time.
final class MemberRows {
  private let query: SQLStatement
  private var isThere: Bool

  /// Begins a query whose first column is the member.
  init(_ db: Database, _ sql: String, _ bindings: [Int64]) throws {
    query = try SQLStatement(db, sql, isShared: false)
    for (index, value) in bindings.enumerated() { query.bind(value, at: Int32(index + 1)) }
    isThere = try query.step()
  }

  /// Hands over the rows of a member; those of members before them are passed over.
  func take(_ member: Int64, _ body: (SQLStatement) throws -> Void) throws {
    while isThere, query.int64(0) <= member {
      if query.int64(0) == member { try body(query) }
      isThere = try query.step()
    }
  }
}
