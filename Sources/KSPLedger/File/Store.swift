#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import GRDB
import KSPCore

/// One open book file: the connection, the writer's lock, and the way errors leave it.
final class Store: Sendable {
  let path: String
  let isReadOnly: Bool
  let clock: @Sendable () -> Timestamp
  let memory = BookMemory()
  private let queue: DatabaseQueue
  private let lock: WriterLock?

  /// Opens an existing book, or makes the file of a new one.
  init(
    path: String, creating: Bool, readOnly: Bool, clock: @escaping @Sendable () -> Timestamp
  ) throws(LedgerError) {
    self.path = path
    self.isReadOnly = readOnly
    self.clock = clock
    let exists = fileExists(path)
    if creating && exists { throw .bookExists(path) }
    if !creating && !exists { throw .bookMissing(path) }
    if !creating { try BookFile(path).requireReadable() }
    lock = readOnly ? nil : try WriterLock(book: path)
    do {
      queue = try Store.connect(path, creating: creating, readOnly: readOnly)
      if creating { try Store.createSchema(queue) }
      if !creating && !readOnly { try Migration().migrate(queue) }
      if !readOnly { try Store.requireDurability(queue) }
    } catch {
      lock?.release()
      throw LedgerError(wrapping: error, path: path)
    }
  }

  /// Closes the file, then gives up the writer's lock.
  func close() throws(LedgerError) {
    do {
      queue.unsafeReentrantWrite { _ in memory.forgetEverything() }
      try queue.close()
    } catch {
      throw LedgerError(wrapping: error, path: path)
    }
    lock?.release()
  }

  // MARK: - Access

  /// Reads from one consistent snapshot. May be nested inside another read or write.
  func read<Value>(_ body: (Database) throws -> Value) throws(LedgerError) -> Value {
    do {
      return try queue.unsafeReentrantRead { db in
        guard !db.isInsideTransaction else { return try body(db) }
        try memory.statement(db, "BEGIN").run()
        do {
          try memory.noticeChanges(db)
          let value = try body(db)
          // After a damaged page SQLite refuses to end even a reading with COMMIT: what was read
          // stands all the same.
          do {
            try memory.statement(db, "COMMIT").run()
          } catch {
            if db.isInsideTransaction { try memory.statement(db, "ROLLBACK").run() }
          }
          return value
        } catch {
          if db.isInsideTransaction { try? memory.statement(db, "ROLLBACK").run() }
          throw error
        }
      }
    } catch {
      throw LedgerError(wrapping: error, path: path)
    }
  }

  /// Writes in one transaction that commits, or leaves nothing when `body` throws or it is a
  /// rehearsal.
  func write<Value>(
    dryRun: Bool = false, _ body: (Database) throws -> Value
  ) throws(LedgerError) -> Value {
    guard !isReadOnly else { throw .bookReadOnly(path) }
    do {
      return try queue.unsafeReentrantWrite { db in
        guard !db.isInsideTransaction else { throw LedgerError.bookBusyReading(path) }
        try memory.statement(db, "BEGIN IMMEDIATE").run()
        do {
          try memory.noticeChanges(db)
          let value = try body(db)
          if dryRun { memory.chainEnd = nil }
          try memory.statement(db, dryRun ? "ROLLBACK" : "COMMIT").run()
          return value
        } catch {
          memory.chainEnd = nil
          if db.isInsideTransaction { try? memory.statement(db, "ROLLBACK").run() }
          throw error
        }
      }
    } catch {
      throw LedgerError(wrapping: error, path: path)
    }
  }

  /// Access outside a transaction, for settings of the connection.
  func connection<Value>(_ body: (Database) throws -> Value) throws(LedgerError) -> Value {
    do {
      return try queue.unsafeReentrantWrite { db in
        defer { memory.forgetFacts() }
        return try body(db)
      }
    } catch {
      throw LedgerError(wrapping: error, path: path)
    }
  }

  /// Copies the book into a new file while it stays in use; failures are those of the copy.
  func copy(to target: String) throws(LedgerError) {
    do {
      try queue.unsafeReentrantWrite { db in
        try db.execute(sql: "VACUUM INTO ?", arguments: [target])
      }
    } catch {
      throw LedgerError(wrapping: error, path: target)
    }
    // VACUUM INTO leaves the new file to the operating system; a backup must outlast a power cut.
    try syncToDisk(target)
  }

  // MARK: - Opening

  private static func connect(
    _ path: String, creating: Bool, readOnly: Bool
  ) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = readOnly
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { db in
      if !readOnly { try turnWALOn(db, path, isNew: creating) }
      // GRDB lowers this to NORMAL when it turns WAL on itself; a posting must survive a power cut.
      try db.execute(sql: "PRAGMA synchronous = FULL")
      try db.execute(sql: "PRAGMA recursive_triggers = ON")
      try db.execute(sql: "PRAGMA trusted_schema = OFF")
      try db.execute(sql: "PRAGMA cell_size_check = ON")
      try db.execute(sql: "PRAGMA cache_size = -65536")
      try db.execute(sql: "PRAGMA wal_autocheckpoint = 16000")
    }
    guard readOnly else { return try DatabaseQueue(path: path, configuration: configuration) }
    // A book on a medium that cannot be written has no side files; SQLite then needs to be told
    // that nobody else can change it either.
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) + "/" } ?? "."
    let isFrozen = access(folder, W_OK) != 0 && access(path + "-wal", F_OK) != 0
    guard isFrozen else { return try DatabaseQueue(path: path, configuration: configuration) }
    let escaped = path.utf8.map { byte in
      (byte == 0x25 || byte == 0x3F || byte == 0x23)
        ? "%" + String(byte, radix: 16) : String(UnicodeScalar(byte))
    }.joined()
    return try DatabaseQueue(path: "file:\(escaped)?immutable=1", configuration: configuration)
  }

  /// Turns write-ahead logging on. A book that lacks it is a restored copy: turning it on is the
  /// first write, so the copy is checked before.
  private static func turnWALOn(_ db: Database, _ path: String, isNew: Bool) throws {
    guard try String.fetchOne(db, sql: "PRAGMA journal_mode") != "wal" else { return }
    if !isNew {
      let finding = try String.fetchOne(db, sql: "PRAGMA quick_check(1)") ?? ""
      guard finding == "ok" else { throw LedgerError.bookDamaged(path, reason: finding) }
    }
    try db.execute(sql: "PRAGMA journal_mode = WAL")
  }

  private static func createSchema(_ queue: DatabaseQueue) throws {
    try queue.writeWithoutTransaction { db in
      try db.inTransaction(.immediate) {
        try db.execute(sql: Schema.sql)
        try db.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
        try db.execute(sql: "PRAGMA user_version = \(Schema.version)")
        return .commit
      }
    }
  }

  /// Reads the durability back: what was asked for is not proof of what is in force.
  static func durability(_ db: Database) throws -> Durability {
    Durability(
      journalMode: try String.fetchOne(db, sql: "PRAGMA journal_mode") ?? "",
      synchronous: try Int.fetchOne(db, sql: "PRAGMA synchronous") ?? 0)
  }

  private static func requireDurability(_ queue: DatabaseQueue) throws {
    let inForce = try queue.unsafeRead { db in try durability(db) }
    guard inForce.outlastsPowerCut else {
      throw LedgerError.invariantBroken(
        "journal_mode \(inForce.journalMode), synchronous \(inForce.synchronous)")
    }
  }
}
