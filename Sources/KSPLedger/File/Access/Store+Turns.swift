import GRDB
import GRDBSQLite
import KSPCore

/// What writers do when their turn has come.
extension Store {
  /// Runs as a transaction of its own, which is taken back where it is a rehearsal.
  func writeAlone<Value>(
    isRehearsal: Bool, _ body: (Database) throws -> Value
  ) throws(LedgerError) -> Value {
    try accessToWrite { db in
      do {
        let value = try naming(db, undoing: "ROLLBACK") {
          try begin(db)
          log.isOfEntries = false
          let value = try body(db)
          try isRehearsal
            ? memory.statement(db, "ROLLBACK").run() : memory.frame(db).commit.run()
          return value
        }
        if isRehearsal { memory.forgetWritten() }
        return value
      } catch {
        memory.forgetWritten()
        throw error
      }
    }
  }

  /// Runs as a part of a transaction, together with those of the writers who come at the same time.
  func writeInLine<Value>(_ body: (Database) throws -> Value) throws(LedgerError) -> Value {
    guard !isReadOnly else { throw LedgerError.bookReadOnly(path) }
    guard !turns.isMine else { throw LedgerError.bookBusyReading(path) }
    var value: Value?
    let failure = withoutActuallyEscaping(body) { body in
      let part = WritePart { db in value = try body(db) }
      if !turns.enter(part) { part.wait() }
      if !part.isAnswered { lead(part) }
      return part.failure
    }
    if let failure { throw failure }
    guard let value else { throw .invariantBroken("a part that was not run") }
    return value
  }

  /// Commits a part and those of all who wait by then, and lets the next one lead.
  private func lead(_ first: WritePart) {
    var others: [WritePart] = []
    do {
      try accessToWrite { db in others = runTogether(db, first) }
    } catch {
      first.answer(error)
    }
    // The next one first: while the disk is busy with its part, the others wake up.
    turns.pass()
    for part in others { part.wake() }
  }

  /// Runs parts in one transaction, each so that its refusal takes back nothing else, and commits.
  ///
  /// - Returns: Those that were answered besides the first.
  private func runTogether(_ db: Database, _ first: WritePart) -> [WritePart] {
    var stored: [WritePart] = []
    var others: [WritePart] = []
    var next: WritePart? = first
    while let part = next {
      do {
        try take(db, part, isFirst: stored.isEmpty)
        stored.append(part)
      } catch {
        memory.forgetWritten()
        let meaning = LedgerError(wrapping: error, path: path)
        part.answer(meaning)
        if !db.isInsideTransaction {
          // SQLite gave up all of it.
          memory.forgetFacts()
          for part in stored { part.answer(meaning) }
          stored = []
        }
      }
      next = turns.next(after: others.count + 1)
      if let next { others.append(next) }
    }
    if !stored.isEmpty {
      let failure = commit(db, count: stored.count)
      for part in stored { part.answer(failure) }
    }
    return others
  }

  /// Commits what stands in the open transaction. Returns why it could not.
  private func commit(_ db: Database, count: Int) -> LedgerError? {
    log.isOfEntries = count > 1
    do {
      try turns.syncing(count) {
        try naming(db, undoing: "ROLLBACK") { try memory.frame(db).commit.run() }
      }
      return nil
    } catch {
      memory.forgetFacts()
      return LedgerError(wrapping: error, path: path)
    }
  }

  /// Runs a part inside the open transaction, or begins one with it. Where it throws, nothing of
  /// it stays.
  private func take(_ db: Database, _ part: WritePart, isFirst: Bool) throws {
    guard !isFirst else {
      return try naming(db, undoing: "ROLLBACK") {
        try begin(db)
        log.makeRoom(db)
        try part.run(db)
        try requireLinked(db)
      }
    }
    do {
      try naming(db, undoing: "ROLLBACK TO part") {
        try memory.statement(db, "SAVEPOINT part").run()
        try part.run(db)
        try requireLinked(db)
        try memory.statement(db, "RELEASE part").run()
      }
    } catch {
      // Taken back already; released, so that the next one has its own.
      if db.isInsideTransaction, (try? memory.statement(db, "RELEASE part").run()) == nil {
        try? memory.statement(db, "ROLLBACK").run()
      }
      throw error
    }
  }

  private func begin(_ db: Database) throws {
    try memory.frame(db).beginWriting.run()
    try memory.noticeChanges(db)
  }

  /// Refuses a part with links into nothing, which COMMIT would only find for all of them.
  private func requireLinked(_ db: Database) throws {
    var open: Int32 = 0
    var most: Int32 = 0
    sqlite3_db_status(db.sqliteConnection, SQLITE_DBSTATUS_DEFERRED_FKS, &open, &most, 0)
    guard open == 0 else { throw LedgerError.invariantBroken("FOREIGN KEY") }
  }
}
