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
  /// Identifies a KSP book among SQLite files: "KSPb".
  static let applicationID: Int64 = 0x4B53_5062
  /// The newest schema this version knows.
  static let schemaVersion: Int64 = 1

  let path: String
  let isReadOnly: Bool
  let clock: @Sendable () -> Timestamp
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
    if !creating { try Store.refuseForeignFile(path) }
    lock = readOnly ? nil : try WriterLock(book: path)
    do {
      queue = try Store.connect(path, readOnly: readOnly)
      if creating { try Store.createSchema(queue) }
      if !readOnly { try Store.requireDurability(queue) }
      try Store.requireKnownVersion(queue, path)
    } catch {
      lock?.release()
      throw LedgerError(wrapping: error, path: path)
    }
  }

  /// Closes the file, then gives up the writer's lock.
  func close() throws(LedgerError) {
    do {
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
        try SQLStatement(db, "BEGIN").run()
        do {
          let value = try body(db)
          try SQLStatement(db, "COMMIT").run()
          return value
        } catch {
          if db.isInsideTransaction { try? SQLStatement(db, "ROLLBACK").run() }
          throw error
        }
      }
    } catch {
      throw LedgerError(wrapping: error, path: path)
    }
  }

  /// Writes in one transaction that commits, or leaves nothing when `body` throws or it is a rehearsal.
  func write<Value>(
    dryRun: Bool = false, _ body: (Database) throws -> Value
  ) throws(LedgerError) -> Value {
    guard !isReadOnly else { throw .bookReadOnly(path) }
    do {
      return try queue.unsafeReentrantWrite { db in
        var value: Value?
        try db.inTransaction(.immediate) {
          value = try body(db)
          return dryRun ? .rollback : .commit
        }
        guard let value else { throw LedgerError.invariantBroken("transaction without result") }
        return value
      }
    } catch {
      throw LedgerError(wrapping: error, path: path)
    }
  }

  /// Access outside a transaction, for backups.
  func connection<Value>(_ body: (Database) throws -> Value) throws(LedgerError) -> Value {
    do {
      return try queue.unsafeReentrantWrite(body)
    } catch {
      throw LedgerError(wrapping: error, path: path)
    }
  }

  // MARK: - Opening

  private static func connect(_ path: String, readOnly: Bool) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = readOnly
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { db in
      if !readOnly { try db.execute(sql: "PRAGMA journal_mode = WAL") }
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

  /// Refuses a file that is no SQLite database before SQLite touches it.
  private static func refuseForeignFile(_ path: String) throws(LedgerError) {
    guard let file = fopen(path, "rb") else { throw .bookReadOnly(path) }
    defer { fclose(file) }
    var header = [UInt8](repeating: 0, count: 16)
    let count = fread(&header, 1, 16, file)
    guard count == 16, header == Array("SQLite format 3\0".utf8) else { throw .bookNotABook(path) }
  }

  private static func createSchema(_ queue: DatabaseQueue) throws {
    try queue.writeWithoutTransaction { db in
      try db.inTransaction(.immediate) {
        try db.execute(sql: SchemaV1.sql)
        try db.execute(sql: "PRAGMA application_id = \(applicationID)")
        try db.execute(sql: "PRAGMA user_version = \(schemaVersion)")
        return .commit
      }
    }
  }

  /// Reads the durability back: what was asked for is not proof of what is in force.
  private static func requireDurability(_ queue: DatabaseQueue) throws {
    let (journal, synchronous) = try queue.unsafeRead { db in
      (
        try String.fetchOne(db, sql: "PRAGMA journal_mode") ?? "",
        try Int.fetchOne(db, sql: "PRAGMA synchronous") ?? 0
      )
    }
    guard journal == "wal", synchronous == 2 else {
      throw LedgerError.invariantBroken("journal_mode \(journal), synchronous \(synchronous)")
    }
  }

  private static func requireKnownVersion(_ queue: DatabaseQueue, _ path: String) throws {
    let (application, version) = try queue.unsafeRead { db in
      (
        try Int64.fetchOne(db, sql: "PRAGMA application_id") ?? 0,
        try Int64.fetchOne(db, sql: "PRAGMA user_version") ?? 0
      )
    }
    guard application == applicationID else { throw LedgerError.bookNotABook(path) }
    guard version <= schemaVersion else {
      throw LedgerError.bookNewer(path, version: Int(version))
    }
    guard version == schemaVersion else { throw LedgerError.bookNotABook(path) }
  }
}
