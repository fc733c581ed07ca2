import Foundation
import GRDB

/// Every row of every table of a book, read by a connection of its own.
///
/// Two equal values mean that nothing changed, whatever the library says about it.
public struct BookContent: Equatable, Sendable {
  /// The rows of each table as text, in the order of the table.
  public let tables: [String: [String]]

  /// Reads the book of a test's folder.
  public init(_ folder: TestFolder, _ name: String = "book.ksp") throws {
    var configuration = Configuration()
    configuration.readonly = true
    let queue = try DatabaseQueue(path: folder.file(name), configuration: configuration)
    tables = try queue.read { db in
      var tables: [String: [String]] = [:]
      let names = try String.fetchAll(
        db, sql: "SELECT name FROM sqlite_master WHERE type = 'table'")
      for name in names {
        tables[name] = try Row.fetchAll(db, sql: "SELECT * FROM \"\(name)\"").map { row in
          row.map { "\($0)=\($1)" }.joined(separator: "|")
        }
      }
      return tables
    }
    try queue.close()
  }
}
