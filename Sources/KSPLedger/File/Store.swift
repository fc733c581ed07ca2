import GRDB
import GRDBSQLite
import KSPCore
import Synchronization

/// One open book file: the connection, the writer's lock, and the way errors leave it.
final class Store: Sendable {
  /// How a book is opened.
  struct Opening {
    let path: String
    /// What messages call it, where that is not its path: a file that is being made has a
    /// temporary one, which means nothing to whoever reads them.
    var name: String?
    var isReadOnly = false
    /// Read as far as it goes, however much of it is missing.
    var isInspection = false
    /// An empty file that is to become a book.
    var isNew = false
    /// A file that another one is put in the place of, so it may be damaged.
    var isReplaced = false
    var waiting = Duration.zero
    var whileWaiting: ((LedgerError, Duration) -> Void)?
  }

  let path: String
  let isReadOnly: Bool
  let memory = BookMemory()
  let log = LogKeeper()
  /// What a person should know about the file.
  let warnings: [Phrase]
  let book: BookFile
  let queue: DatabaseQueue
  private let lock: WriterLock?
  /// The file as it was when it was copied into memory; nil where it is read itself.
  let copied: FileFacts?
  let isClosed = Mutex(false)
  /// The line of those who write, and who leads it.
  let turns = WriteTurns()
  /// Those who want to hear what is stored.
  let observers = Observers()

  /// Opens a book, or an empty file that becomes one.
  init(_ opening: Opening, clock: () -> Timestamp) throws(LedgerError) {
    try SQLiteVersion.require()
    let name = opening.name ?? opening.path
    let book = try BookFile(opening.path, named: name, writing: !opening.isReadOnly)
    var lock: WriterLock?
    do {
      if !opening.isNew { try book.requireOwnLog() }
      if opening.isReadOnly {
        let findings = SchemaFindings()
        (queue, copied) = try BookConnection.reading(
          book, memory: memory, findings: findings, inspecting: opening.isInspection)
        warnings = book.warnings(forReading: true) + Self.warnings(findings, name)
      } else {
        lock = try Self.lock(book, opening, now: clock())
        queue = try Self.connect(book, opening, log, now: clock())
        copied = nil
        warnings = book.warnings(forReading: false)
      }
    } catch {
      lock?.release()
      let meaning = Self.meaning(of: error, book, opening)
      book.leave()
      throw meaning
    }
    self.path = name
    self.isReadOnly = opening.isReadOnly
    self.book = book
    self.lock = lock
  }

  deinit {
    // Whoever drops a book without closing it gives it back all the same.
    try? close()
  }

  /// Closes the file, then gives up the writer's lock, then the descriptor. Once is enough.
  ///
  /// Inside an access of this thread nothing more can be asked of it from now on, and it is closed
  /// when the access ends.
  func close() throws(LedgerError) {
    let isFirst = isClosed.withLock { isClosed in
      defer { isClosed = true }
      return !isClosed
    }
    guard isFirst else { return }
    guard !turns.isMine else {
      turns.closesAfterwards.store(true, ordering: .relaxed)
      return
    }
    try giveUp()
  }

  /// Closes what was closed inside an access that has ended now.
  func closeIfAsked() throws(LedgerError) {
    guard turns.closesAfterwards.load(ordering: .relaxed), !turns.isMine,
      turns.closesAfterwards.exchange(false, ordering: .relaxed)
    else { return }
    try giveUp()
  }

  private func giveUp() throws(LedgerError) {
    var problem: LedgerError?
    do {
      queue.unsafeReentrantWrite { db in
        memory.forgetEverything()
        if !isReadOnly { LogKeeper.empty(db) }
      }
      try queue.close()
    } catch {
      problem = LedgerError(wrapping: error, path: path)
    }
    lock?.release()
    book.leave()
    if let problem { throw problem }
  }

  /// Has SQLite look at every page of a file that was just made.
  func requireWhole() throws(LedgerError) {
    let finding = try read { db in try String.fetchOne(db, sql: "PRAGMA quick_check(1)") }
    guard finding == "ok" else { throw .bookDamaged(path, reason: finding ?? "") }
  }

  // MARK: - Opening

  /// Takes the lock, and sees that the file it holds on is the book and has no other name.
  private static func lock(
    _ book: BookFile, _ opening: Opening, now: Timestamp
  ) throws(LedgerError) -> WriterLock {
    let lock = WriterLock(
      file: book.file, descriptor: book.descriptor, note: LockNote(book: book.realPath),
      path: book.path)
    try lock.take(waiting: opening.waiting, whileWaiting: opening.whileWaiting)
    do throws(LedgerError) {
      if !opening.isNew {
        if let facts = FileFacts(descriptor: book.descriptor), facts.links > 1 {
          WholeFile.removeLeftovers(of: book.realPath)
        }
        if let other = book.otherName() { throw other }
        guard book.isAtItsName else { throw .bookMoved(book.path) }
        if !opening.isReplaced { try book.requireReadable() }
        let mode = FileFacts(descriptor: book.descriptor)?.permissions ?? 0o600
        lock.note.write(since: now, mode: mode & 0o666)
      }
    } catch {
      lock.release()
      throw error
    }
    return lock
  }

  /// Holds a book as its only writer without opening it, because the file itself is to be
  /// replaced.
  static func holding(
    _ path: String, waiting: Duration, now: Timestamp, _ body: (BookFile) throws -> Void
  ) throws {
    let opening = Opening(path: path, isReplaced: true, waiting: waiting)
    let book = try BookFile(path, named: path, writing: true)
    defer { book.leave() }
    let lock = try lock(book, opening, now: now)
    defer { lock.release() }
    try body(book)
  }

  private static func connect(
    _ book: BookFile, _ opening: Opening, _ log: LogKeeper, now: Timestamp
  ) throws -> DatabaseQueue {
    let queue = try BookConnection.writing(book.realPath, isNew: opening.isNew, log: log)
    do {
      if opening.isNew {
        try createSchema(queue, book)
      } else {
        try queue.unsafeRead { db in
          guard let strange = try SchemaComparison.strange(db) else { return }
          throw LedgerError.bookRulesMissing(book.path, rule: strange)
        }
        try Migration().migrate(queue)
      }
      try requireDurability(queue)
      return queue
    } catch {
      try? queue.close()
      throw error
    }
  }

  private static func createSchema(_ queue: DatabaseQueue, _ book: BookFile) throws {
    try queue.writeWithoutTransaction { db in
      do {
        try db.inTransaction(.immediate) {
          try db.execute(sql: Schema.sql)
          try db.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
          try db.execute(sql: "PRAGMA user_version = \(Schema.version)")
          return .commit
        }
      } catch {
        throw LedgerError(
          wrapping: error, path: book.path,
          systemError: sqlite3_system_errno(db.sqliteConnection))
      }
    }
  }

  private static func warnings(_ findings: SchemaFindings, _ path: String) -> [Phrase] {
    guard let difference = findings.difference else { return [] }
    return [LedgerError.bookRulesMissing(path, rule: difference).message]
  }

  private static func meaning(
    of error: any Error, _ book: BookFile, _ opening: Opening
  ) -> LedgerError {
    guard opening.isReadOnly, let problem = error as? SideFileProblem,
      problem.error.resultCode != .SQLITE_FULL, problem.error.resultCode != .SQLITE_IOERR,
      !isOnFullDisk(book.realPath)
    else { return LedgerError(wrapping: error, path: book.path) }
    return .bookReaderNeedsFolder(book.path)
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
