import GRDB
import KSPCore

/// A query in the order of members that is walked beside others: each member takes their rows.
///
/// So a list of all members asks the file once for each table, and holds one member at a time.
final class MemberRows {
  private let query: SQLStatement
  private var isThere: Bool

  /// Begins a query whose first column is the member; `?1` and so on are `bindings`.
  ///
  /// Where its conditions select one member alone, its statement is taken from those of the
  /// connection and is free again with the rows of that member: for thousands asked one by one,
  /// preparing it takes longer than what it finds.
  init(
    _ db: Database, _ sql: String, _ bindings: [Int64], of selection: DuesReader.Selection = .all
  ) throws {
    query = try SQLStatement(db, sql, isShared: selection.only != nil)
    for (index, value) in bindings.enumerated() { query.bind(value, at: Int32(index + 1)) }
    selection.bind(to: query)
    isThere = try query.step()
  }

  deinit {
    // Left half-way, a statement of the connection would keep it in the state of then.
    query.reset()
  }

  /// Hands over the rows of a member; those of members before them are passed over.
  func take(_ member: Int64, _ body: (SQLStatement) throws -> Void) throws {
    while isThere, query.int64(0) <= member {
      if query.int64(0) == member { try body(query) }
      isThere = try query.step()
    }
  }
}
