import GRDB

extension Database {
  /// Executes one statement and keeps it prepared: preparing an insert with all its triggers takes
  /// longer than running it.
  func executePrepared(sql: String, arguments: StatementArguments) throws {
    try cachedStatement(sql: sql).execute(arguments: arguments)
  }
}
