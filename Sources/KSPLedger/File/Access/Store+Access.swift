import GRDB
import GRDBSQLite
import KSPCore
import Synchronization

/// The ways to what the file holds: reading from one moment, writing wholly or not at all.
extension Store {
  /// Reads from one consistent snapshot. May be nested inside another read or write.
  func read<Value>(_ body: (Database) throws -> Value) throws(LedgerError) -> Value {
    try access { queue in
      try queue.unsafeReentrantRead { db in
        guard !turns.isTaken, sqlite3_get_autocommit(db.sqliteConnection) != 0 else {
          return try turns.reading { try body(db) }
        }
        try requireUnchanged()
        memory.stepLimit?.begin()
        return try turns.during {
          try naming(db, undoing: "ROLLBACK") {
            let frame = try memory.frame(db)
            try frame.begin.run()
            try memory.noticeChanges(db)
            let value = try body(db)
            // After a damaged page SQLite refuses to end even a reading with COMMIT: what was
            // read stands all the same.
            do {
              try frame.commit.run()
            } catch {
              if db.isInsideTransaction { try memory.statement(db, "ROLLBACK").run() }
            }
            return value
          }
        }
      }
    }
  }

  /// Writes in one transaction that commits, or leaves nothing when `body` throws or it is a
  /// rehearsal.
  ///
  /// Threads that write at the same time share a sync of the disk (``WriteTurns``); each returns
  /// once its own part is on the disk, which another of them may have run. What takes long, or
  /// changes the catalog, is `alone`: nobody waits for it who need not.
  func write<Value>(
    dryRun: Bool = false, alone: Bool = false, _ body: (Database) throws -> Value
  ) throws(LedgerError) -> Value {
    guard !(dryRun || alone) else { return try writeAlone(isRehearsal: dryRun, body) }
    return try writeInLine(body)
  }

  /// The connection for a writer, for as long as it writes.
  func accessToWrite<Value>(_ body: (Database) throws -> Value) throws(LedgerError) -> Value {
    try access { queue in
      guard !isReadOnly else { throw LedgerError.bookReadOnly(path) }
      return try queue.unsafeReentrantWrite { db in
        guard !turns.isTaken else { throw LedgerError.bookBusyReading(path) }
        guard book.isAtItsName else { throw LedgerError.bookMoved(path) }
        return try turns.during { try body(db) }
      }
    }
  }

  /// Access outside a transaction, for settings of the connection.
  ///
  /// What is remembered of the file is forgotten, unless the body is known to leave it alone.
  func connection<Value>(
    changesFile: Bool = true, _ body: (Database) throws -> Value
  ) throws(LedgerError) -> Value {
    try access { queue in
      try queue.unsafeReentrantWrite { db in
        defer { if changesFile { memory.forgetFacts() } }
        return try body(db)
      }
    }
  }

  /// Copies the book as it is now into an empty file, while it stays in use; `name` is what the
  /// copy will be called.
  func copy(to target: String, named name: String) throws(LedgerError) {
    try access { queue in
      try queue.unsafeReentrantWrite { db in
        try requireUnchanged()
        memory.stepLimit?.begin()
        do {
          try db.execute(sql: "VACUUM INTO ?", arguments: [target])
        } catch {
          throw LedgerError(
            wrapping: error, path: name, systemError: sqlite3_system_errno(db.sqliteConnection))
        }
      }
    }
  }

  private func access<Value>(_ body: (DatabaseQueue) throws -> Value) throws(LedgerError) -> Value {
    guard !isClosed.withLock({ $0 }) else { throw .bookClosed(path) }
    guard !turns.isMine || AccessQueue.isCurrent else { throw .bookOnOtherQueue(path) }
    do {
      let value = try body(queue)
      try closeIfAsked()
      return value
    } catch {
      try closeIfAsked()
      // Another thread may have closed the book just now.
      if error is DatabaseError, isClosed.withLock({ $0 }) { throw .bookClosed(path) }
      throw LedgerError(wrapping: error, path: path)
    }
  }

  /// Runs a part of a transaction; takes it back when something is thrown, and says what that
  /// means while the system's reason can still be asked for.
  func naming<Value>(
    _ db: Database, undoing undo: StaticString, _ body: () throws -> Value
  ) throws -> Value {
    do {
      return try body()
    } catch {
      let reason = error is DatabaseError ? sqlite3_system_errno(db.sqliteConnection) : 0
      if db.isInsideTransaction { try? memory.statement(db, undo).run() }
      throw error is DatabaseError
        ? LedgerError(wrapping: error, path: path, systemError: reason) : error
    }
  }

  /// A copy in memory is right while the file stays as it was.
  private func requireUnchanged() throws(LedgerError) {
    guard let copied else { return }
    guard FileFacts(path: book.realPath) == copied, !book.hasPendingLog else {
      throw .bookChangedMeanwhile(path)
    }
  }
}
