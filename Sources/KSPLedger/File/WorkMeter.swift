import GRDB
import GRDBSQLite

/// What SQLite did: unlike a time, the same on every machine.
package struct Work: Hashable, Sendable {
  /// Statements that ran to their end.
  package fileprivate(set) var statements = 0
  /// Those of them that ran for the first time, and were prepared for it.
  package fileprivate(set) var prepared = 0
  /// Steps of SQLite's virtual machine: they follow the rows that are visited.
  package fileprivate(set) var steps = 0
  /// Rows visited without an index.
  package fileprivate(set) var scannedRows = 0
}

/// Counts what SQLite does on one connection.
final class WorkMeter {
  private(set) var work = Work()

  func attach(to db: Database) {
    // Statements that are kept have counted since they were prepared.
    var kept = sqlite3_next_stmt(db.sqliteConnection, nil)
    while let statement = kept {
      add(statement)
      kept = sqlite3_next_stmt(db.sqliteConnection, statement)
    }
    work = Work()
    sqlite3_trace_v2(
      db.sqliteConnection, UInt32(SQLITE_TRACE_PROFILE),
      { _, context, statement, _ in
        guard let context, let statement else { return 0 }
        Unmanaged<WorkMeter>.fromOpaque(context).takeUnretainedValue()
          .add(OpaquePointer(statement))
        return 0
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  func detach(from db: Database) {
    sqlite3_trace_v2(db.sqliteConnection, 0, nil, nil)
  }

  private func add(_ statement: OpaquePointer) {
    func take(_ counter: Int32) -> Int { Int(sqlite3_stmt_status(statement, counter, 1)) }
    work.statements += 1
    if sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_RUN, 0) == 1 { work.prepared += 1 }
    work.steps += take(SQLITE_STMTSTATUS_VM_STEP)
    work.scannedRows += take(SQLITE_STMTSTATUS_FULLSCAN_STEP)
  }
}
