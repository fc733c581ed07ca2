import GRDB
import KSPTestBooks
import Testing

/// The tables of a book as the file itself lists them, so that new ones are tested as well.
struct BookTable: Sendable, CustomTestStringConvertible {
  struct Column: Sendable {
    let name: String
    let type: String
    let place: Int
  }

  let name: String
  let columns: [Column]
  let hasRowID: Bool

  var testDescription: String { name }
  var key: [String] {
    columns.filter { $0.place > 0 }.sorted { $0.place < $1.place }.map(\.name)
  }
  /// Every name under which a statement can reach the key.
  var keyNames: [String] { (hasRowID ? ["rowid", "oid", "_rowid_"] : []) + key }

  static func all(_ db: Database) throws -> [BookTable] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT GLOB 'sqlite_*'
        """
    ).map { row in
      let (name, sql) = (row[0] as String, row[1] as String)
      return BookTable(
        name: name,
        columns: try Row.fetchAll(
          db, sql: "SELECT name, type, pk FROM pragma_table_info(?)", arguments: [name]
        ).map { Column(name: $0[0], type: $0[1], place: $0[2]) },
        hasRowID: !sql.contains("WITHOUT ROWID"))
    }
  }

  static let all: [BookTable] = {
    let tables = try? RichBook.prepared().1.read { db in try all(db) }
    return tables ?? []
  }()
}
