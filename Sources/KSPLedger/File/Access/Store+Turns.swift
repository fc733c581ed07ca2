import GRDB
import GRDBSQLite
import KSPCore

/// What a writer does when its turn has come.
extension Store {
  /// What a writer leaves with: its result, and the transaction that it must still wait for.
  struct Part<Value> {
    let value: Value
    let group: CommitGroup?
  }

  /// Runs as a transaction of its own, which is taken back where it is a rehearsal.
  func runAlone<Value>(
    _ db: Database, isRehearsal: Bool, _ body: (Database) throws -> Value
  ) throws -> Part<Value> {
    settle(db)
    do {
      let value = try naming(db, undoing: "ROLLBACK") {
        try begin(db)
        let value = try body(db)
        try memory.statement(db, isRehearsal ? "ROLLBACK" : "COMMIT").run()
        return value
      }
      if isRehearsal { memory.forgetWritten() }
      return Part(value: value, group: nil)
    } catch {
      memory.forgetWritten()
      throw error
    }
  }

  /// Runs a writer's part. Where nobody else comes it is a transaction of its own; otherwise that
  /// stays open, and the last of them commits for all.
  func take<Value>(_ db: Database, _ body: (Database) throws -> Value) throws -> Part<Value> {
    let isFirst = turns.group == nil
    do {
      let value = try naming(db, undoing: isFirst ? "ROLLBACK" : "ROLLBACK TO part") {
        if isFirst { try begin(db) } else { try memory.statement(db, "SAVEPOINT part").run() }
        let value = try body(db)
        if isFirst, turns.isLast {
          try memory.statement(db, "COMMIT").run()
        } else {
          try requireLinked(db)
          if !isFirst { try memory.statement(db, "RELEASE part").run() }
        }
        return value
      }
      guard db.isInsideTransaction else { return Part(value: value, group: nil) }
      let group = turns.join()
      settle(db, unlessAwaited: true)
      return Part(value: value, group: group)
    } catch {
      memory.forgetWritten()
      takeBack(db, error, isFirst: isFirst)
      throw error
    }
  }

  /// Commits what is open and tells those who wait for it.
  ///
  /// `unlessAwaited` leaves it open where another writer is on its way, who will do it.
  func settle(_ db: Database, unlessAwaited: Bool = false) {
    guard let group = turns.group, !unlessAwaited || turns.isLast else { return }
    turns.leave()
    do {
      try naming(db, undoing: "ROLLBACK") { try memory.statement(db, "COMMIT").run() }
      group.end(nil)
    } catch {
      memory.forgetFacts()
      group.end(LedgerError(wrapping: error, path: path))
    }
  }

  private func begin(_ db: Database) throws {
    try memory.statement(db, "BEGIN IMMEDIATE").run()
    try memory.noticeChanges(db)
  }

  /// After a part that failed: the parts before it stay, unless SQLite gave up the transaction.
  private func takeBack(_ db: Database, _ error: any Error, isFirst: Bool) {
    guard !isFirst else { return }
    if db.isInsideTransaction {
      // Taken back already; released, so that the next one has its own.
      if (try? memory.statement(db, "RELEASE part").run()) != nil {
        settle(db, unlessAwaited: true)
        return
      }
      try? memory.statement(db, "ROLLBACK").run()
    }
    let group = turns.group
    turns.leave()
    memory.forgetFacts()
    group?.end(LedgerError(wrapping: error, path: path))
  }

  /// Refuses a part with links into nothing, which COMMIT would only find for all of them.
  private func requireLinked(_ db: Database) throws {
    var open: Int32 = 0
    var most: Int32 = 0
    sqlite3_db_status(db.sqliteConnection, SQLITE_DBSTATUS_DEFERRED_FKS, &open, &most, 0)
    guard open == 0 else { throw LedgerError.invariantBroken("FOREIGN KEY") }
  }
}
