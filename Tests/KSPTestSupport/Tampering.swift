import GRDB

/// Changes a book behind the library's back, with the rules of the file taken away.
///
/// - Parameters:
///   - folder: The folder of the book.
///   - name: The book's file.
///   - sql: The change.
/// - Throws: What the database says.
public func tamper(with folder: TestFolder, _ name: String, _ sql: String) throws {
  let queue = try DatabaseQueue(path: folder.file(name))
  try queue.write { db in
    let rules = try String.fetchAll(
      db, sql: "SELECT name FROM sqlite_master WHERE type = 'trigger'")
    for rule in rules { try db.execute(sql: "DROP TRIGGER \(rule)") }
    try db.execute(sql: sql)
  }
  try queue.close()
}
