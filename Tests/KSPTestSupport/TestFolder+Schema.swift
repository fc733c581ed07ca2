public import GRDB

extension TestFolder {
  /// What SQLite says of the book in the folder, read past the library.
  public func reading<Value>(_ body: (Database) throws -> Value) throws -> Value {
    let queue = try DatabaseQueue(path: file())
    defer { try? queue.close() }
    return try queue.read(body)
  }

  /// The version of the schema that the book in the folder has.
  public func schemaVersion() throws -> Int64? {
    try reading { try Int64.fetchOne($0, sql: "PRAGMA user_version") }
  }
}
