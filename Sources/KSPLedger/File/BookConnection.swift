import GRDB
import GRDBSQLite
import KSPCore

/// SQLite's connection to a book, with the settings that a posting relies on.
enum BookConnection {
  /// How long SQLite waits where it needs a moment alone: after a program was cut off, and while
  /// the last one closes. Readers and writers do not wait for each other otherwise.
  static let secondsForSQLite: Double = 5

  private static func configuration() -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(secondsForSQLite)
    configuration.targetQueue = AccessQueue.shared
    return configuration
  }

  /// Connects for posting. `isNew` is an empty file that is about to become a book.
  static func writing(_ path: String, isNew: Bool, log: LogKeeper) throws -> DatabaseQueue {
    var configuration = configuration()
    configuration.prepareDatabase { db in
      try naming(path, db) {
        try turnWALOn(db, path, isNew: isNew)
        try settings(db)
        // A log of a moment ago is moved by rules of our own.
        try db.execute(sql: "PRAGMA wal_autocheckpoint = 0")
        try log.attach(to: db)
      }
    }
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  /// Connects for looking. Returns the facts of the file where it is a copy in memory that is
  /// read, which is right for as long as they stay.
  static func reading(
    _ book: BookFile, memory: BookMemory, findings: SchemaFindings, inspecting: Bool
  ) throws -> (queue: DatabaseQueue, copied: FileFacts?) {
    var configuration = configuration()
    configuration.readonly = true
    let prepare: @Sendable (Database) throws -> Void = { db in
      try naming(book.path, db) {
        if inspecting { try readWhatIsThere(db) }
        try settings(db)
        try book.requireReadable(db)
        try findings.look(at: db, memory, inspecting: inspecting)
      }
    }
    // Only where the whole file system takes no writing can nobody change the file. SQLite must
    // be told so, for it cannot make its side files there.
    if isOnReadOnlyMedium(book.realPath), FileFacts(path: book.realPath + "-wal") == nil {
      configuration.prepareDatabase(prepare)
      let name = "file:\(escaped(book.realPath))?immutable=1"
      return (try DatabaseQueue(path: name, configuration: configuration), nil)
    }
    func copied() throws -> (queue: DatabaseQueue, copied: FileFacts?) {
      let copy = try MemoryCopy(of: book)
      configuration.readonly = false
      configuration.prepareDatabase { db in
        try copy.hand(over: db)
        try prepare(db)
        try db.execute(sql: "PRAGMA query_only = ON")
      }
      return (try DatabaseQueue(configuration: configuration), copy.facts)
    }
    // Side files of another name of the book would stay behind for ever: nobody writes under it.
    if book.isUnderSeveralNames, MemoryCopy.isPossible(book) { return try copied() }
    var direct = configuration
    direct.prepareDatabase(prepare)
    do {
      return (try DatabaseQueue(path: book.realPath, configuration: direct), nil)
    } catch  where MemoryCopy.helps(against: error, book) {
      return try copied()
    }
  }

  /// SQLite refuses to read a single page of a file that is shorter than it should be, and any
  /// table of a file whose list of tables is damaged, unless somebody says that they know what
  /// they do. What is not there it still cannot read; the first to ask is told so, and those after
  /// it get the tables that could be listed.
  private static func readWhatIsThere(_ db: Database) throws {
    try db.execute(sql: "PRAGMA writable_schema = ON")
    _ = try unlessDamaged { try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") }
  }

  private static func settings(_ db: Database) throws {
    // GRDB lowers this to NORMAL when it turns WAL on itself; a posting must survive a power cut.
    try db.execute(sql: "PRAGMA synchronous = FULL")
    try db.execute(sql: "PRAGMA recursive_triggers = ON")
    try db.execute(sql: "PRAGMA trusted_schema = OFF")
    try db.execute(sql: "PRAGMA cell_size_check = ON")
    try db.execute(sql: "PRAGMA cache_size = -65536")
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

  /// Says what an error of the connection means while the system's reason can still be asked.
  private static func naming(_ path: String, _ db: Database, _ body: () throws -> Void) throws {
    do {
      try body()
    } catch let error as DatabaseError {
      let reason = sqlite3_system_errno(db.sqliteConnection)
      guard MemoryCopy.isAboutSideFiles(error) else {
        throw LedgerError(wrapping: error, path: path, systemError: reason)
      }
      throw SideFileProblem(error: error, systemError: reason)
    }
  }

  private static func escaped(_ path: String) -> String {
    // Only what means something in a URL is written by its number.
    var bytes: [UInt8] = []
    for byte in path.utf8 {
      if byte == 0x25 || byte == 0x3F || byte == 0x23 {
        bytes += Array("%".utf8) + Array(String(byte, radix: 16).utf8)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// SQLite could not make or use the files beside a book.
struct SideFileProblem: Error {
  let error: DatabaseError
  /// What the system said; 0 where it is not known.
  let systemError: Int32
}

/// What is found about the rules of a file when it is opened for looking.
final class SchemaFindings: @unchecked Sendable {
  /// Written once, while the connection is made, and read after that: hence unchecked.
  private(set) var difference: String?

  /// Compares the rules, and limits the reading of a file whose rules are not ours.
  func look(at db: Database, _ memory: BookMemory, inspecting: Bool) throws {
    difference =
      inspecting
      ? try unlessDamaged { try SchemaComparison(db).strange } ?? "sqlite_master"
      : try SchemaComparison.strange(db)
    guard difference != nil else { return }
    let limit = StepLimit()
    try limit.attach(to: db)
    memory.stepLimit = limit
  }
}
