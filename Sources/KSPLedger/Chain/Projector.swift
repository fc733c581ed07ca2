import GRDB
import KSPCore

/// Writes what events say into the tables of state.
///
/// A posting session uses it for the book, `verify` and `rebuild` for a second one: there is one
/// way from the chain to a table.
final class Projector {
  private let db: Database
  private var statements: [Shape: SQLStatement] = [:]

  private struct Shape: Hashable {
    let table: String
    let operation: RowChange.Operation
    let key: [String]
    let columns: [String]
  }

  init(_ db: Database) {
    self.db = db
  }

  /// Writes the rows of one change, whose values are plain.
  ///
  /// - Throws: `invariant.broken` for a table that is no table of state, or a row that is not
  ///   there.
  func apply(_ change: RowChange) throws {
    let statement = try statement(for: change)
    for row in change.rows {
      var index: Int32 = 1
      for value in row.values + row.key {
        statement.bind(value, at: index)
        index += 1
      }
      try statement.run()
      guard change.operation == .insert || db.changesCount == 1 else {
        throw LedgerError.invariantBroken("\(change.table) \(row.key)")
      }
    }
  }

  /// Refuses a change that is none of an event of this program: of a row that held something else
  /// before. Who writes events with another program gets the hash right more easily than this.
  func requireBefore(_ change: RowChange) throws {
    let projection = Schema.projection[change.table]
    guard change.operation == .update else { return }
    let shape = Shape(
      table: change.table, operation: change.operation, key: change.key, columns: change.columns)
    let query = try SQLStatement(db, Projector.query(shape), isShared: false)
    for row in change.rows {
      for (index, value) in row.key.enumerated() { query.bind(value, at: Int32(index) + 1) }
      defer { query.reset() }
      guard try query.step() else {
        throw LedgerError.invariantBroken("\(change.table) \(row.key)")
      }
      for (index, column) in change.columns.enumerated()
      where projection?.personal.contains(column) == false {
        guard query.value(Int32(index)) == row.before[index] else {
          throw LedgerError.invariantBroken("\(change.table) \(row.key) \(column)")
        }
      }
    }
  }

  private func statement(for change: RowChange) throws -> SQLStatement {
    let shape = Shape(
      table: change.table, operation: change.operation, key: change.key,
      columns: change.columns)
    if let kept = statements[shape] { return kept }
    let statement = try SQLStatement(db, Projector.sql(shape), isShared: false)
    statements[shape] = statement
    return statement
  }

  /// The names come out of the file: a damaged one must not become SQL of its own.
  private static func requireNames(of shape: Shape) throws {
    let names = shape.columns + shape.key
    guard Schema.projection[shape.table] != nil,
      names.allSatisfy({ $0.utf8.allSatisfy { (65...90).contains($0 & 0xDF) } && !$0.isEmpty })
    else { throw LedgerError.invariantBroken("event: \(shape.table)") }
  }

  private static func query(_ shape: Shape) throws -> String {
    try requireNames(of: shape)
    let quoted = shape.columns.map { "\"\($0)\"" }.joined(separator: ", ")
    let condition = shape.key.map { "\"\($0)\" = ?" }.joined(separator: " AND ")
    return "SELECT \(quoted) FROM \(shape.table) WHERE \(condition)"
  }

  private static func sql(_ shape: Shape) throws -> String {
    try requireNames(of: shape)
    let quoted = shape.columns.map { "\"\($0)\"" }
    switch shape.operation {
    case .insert:
      let marks = Array(repeating: "?", count: quoted.count).joined(separator: ", ")
      return """
        INSERT INTO \(shape.table) (\(quoted.joined(separator: ", "))) VALUES (\(marks))
        """
    case .update:
      let assignments = quoted.map { "\($0) = ?" }.joined(separator: ", ")
      let condition = shape.key.map { "\"\($0)\" = ?" }.joined(separator: " AND ")
      return "UPDATE \(shape.table) SET \(assignments) WHERE \(condition)"
    }
  }
}
