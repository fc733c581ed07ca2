#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import GRDB
import KSPCore

/// A file that claims to be a book, looked at without changing a byte of it.
///
/// SQLite rewrites the header of a file as soon as WAL is asked for, so whether a file is a book,
/// and one that this version knows, is settled before a connection may write. Its bytes are read
/// through the descriptor that is held anyway: closing another would drop SQLite's locks.
final class BookFile: Sendable {
  /// The book as the caller named it.
  let path: String
  /// The book without symbolic links; SQLite's side files lie beside this name.
  let realPath: String
  let file: FileIdentity
  let descriptor: Int32

  /// Opens a descriptor of the book, or shares the one that is there, until ``leave()``.
  ///
  /// `name` is what messages call it.
  init(_ path: String, named name: String, writing: Bool) throws(LedgerError) {
    try Self.requireUsableName(path)
    guard let real = KSPLedger.realPath(path) else {
      throw errno == ENOENT || errno == ENOTDIR
        ? .bookMissing(name) : FileProblem(name, errno).meaning
    }
    self.path = name
    realPath = real
    do {
      (file, descriptor) = try OpenBooks.enter(real, writing: writing)
    } catch {
      throw error.code == EISDIR ? .bookNotABook(name) : FileProblem(name, error.code).meaning
    }
  }

  /// Closes the descriptor when no other open book of this process uses it. To be called once,
  /// after SQLite has closed.
  func leave() {
    OpenBooks.leave(file)
  }

  /// Names that SQLite takes for something else than a file.
  static func requireUsableName(_ path: String) throws(LedgerError) {
    guard !path.isEmpty, path != ":memory:", !path.utf8.starts(with: "file:".utf8),
      !path.utf8.contains(0)
    else { throw .bookNameUnusable(path) }
  }

  /// Refuses a name for a new file that SQLite or this program uses for something else: a copy
  /// called `koperasi.ksp-wal` would be taken for the log of the book.
  static func requireNewName(_ path: String) throws(LedgerError) {
    try requireUsableName(path)
    guard !(KeptFile.sideEndings + [WholeFile.ending]).contains(where: path.hasSuffix) else {
      throw .bookNameUnusable(path)
    }
  }

  // MARK: - What it is

  /// Refuses a file that is no book, or one of a newer version.
  func requireReadable() throws(LedgerError) {
    guard let header = header() else { throw .bookNotABook(path) }
    // A book whose program was cut off may hold a newer header in its write-ahead log. Not where a
    // rollback journal lies there too: the power went while a copy became a book with a log, in
    // which nothing is yet, and reading it first would mean to take the journal's pages back.
    let (application, version) =
      hasPendingLog && !hasPendingJournal
      ? try identityFromLog() : (header.application, header.version)
    try require(application: application, version: version)
  }

  /// Refuses a file beside which the log of another lies: a copy that was put in the place of a
  /// book, whose log stayed. SQLite would lay its pages over the copy.
  func requireOwnLog() throws(LedgerError) {
    guard hasPendingLog, let header = header(), !header.keepsLog else { return }
    throw .bookForeignLog(path)
  }

  /// Refuses what is no book, or one of a newer version, by what SQLite reads.
  func requireReadable(_ db: Database) throws {
    try require(
      application: Int64.fetchOne(db, sql: "PRAGMA application_id") ?? 0,
      version: Int64.fetchOne(db, sql: "PRAGMA user_version") ?? 0)
  }

  private func require(application: Int64, version: Int64) throws(LedgerError) {
    guard application != Schema.trialApplicationID else { throw .bookOfTrial(path) }
    guard application == Schema.applicationID, version >= 1 else { throw .bookNotABook(path) }
    guard version <= Schema.version else { throw .bookNewer(path, version: Int(version)) }
  }

  /// How many pages the file has, and how many its first page says; nil where that is not known, as
  /// while a log holds newer ones.
  func pages() -> (found: Int64, expected: Int64)? {
    guard !hasPendingLog, let head = head(), let size = FileFacts(descriptor: descriptor)?.size
    else { return nil }
    // The count holds only if it was written together with the last change.
    guard head.integer(at: 24, 4) == head.integer(at: 92, 4) else { return nil }
    let pageSize = head.integer(at: 16, 2) == 1 ? 65_536 : head.integer(at: 16, 2)
    guard pageSize >= 512 else { return nil }
    return (size / pageSize, head.integer(at: 28, 4))
  }

  /// Application and version as they stand in the first page; nil where it is no SQLite file.
  private func header() -> (application: Int64, version: Int64, keepsLog: Bool)? {
    guard let head = head() else { return nil }
    return (head.integer(at: 68, 4), head.integer(at: 60, 4), head.integer(at: 18, 1) == 2)
  }

  /// What SQLite writes at the beginning of a file.
  private struct Head {
    let bytes: [UInt8]

    func integer(at offset: Int, _ count: Int) -> Int64 {
      bytes[offset..<offset + count].reduce(0) { $0 << 8 | Int64($1) }
    }
  }

  /// The head of the file; nil where it is no SQLite file.
  private func head() -> Head? {
    var bytes = [UInt8](repeating: 0, count: 100)
    guard pread(descriptor, &bytes, bytes.count, 0) == bytes.count,
      bytes.starts(with: Array("SQLite format 3\0".utf8))
    else { return nil }
    return Head(bytes: bytes)
  }

  /// Whether there is a log with something in it.
  var hasPendingLog: Bool {
    (FileFacts(path: realPath + "-wal")?.size ?? 0) > 0
  }

  /// Whether pages are to be taken back, as far as its size tells.
  var hasPendingJournal: Bool {
    (FileFacts(path: realPath + "-journal")?.size ?? 0) > 0
  }

  private func identityFromLog() throws(LedgerError) -> (application: Int64, version: Int64) {
    do {
      var configuration = Configuration()
      configuration.readonly = true
      configuration.busyMode = .timeout(BookConnection.secondsForSQLite)
      let queue = try DatabaseQueue(path: realPath, configuration: configuration)
      defer { try? queue.close() }
      return try queue.unsafeRead { db in
        (
          try Int64.fetchOne(db, sql: "PRAGMA application_id") ?? 0,
          try Int64.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        )
      }
    } catch {
      throw LedgerError(wrapping: error, path: path)
    }
  }

  // MARK: - Its names

  /// Whether the name still leads to this file: a book that was moved, removed or replaced under
  /// a program that has it open would take receipts that nobody finds again.
  var isAtItsName: Bool { FileFacts(path: realPath)?.identity == file }

  /// Whether the file has hard links.
  var isUnderSeveralNames: Bool { (FileFacts(descriptor: descriptor)?.links ?? 1) > 1 }

  /// What makes it unsafe to write the file under this name; nil when nothing does.
  func otherName() -> LedgerError? {
    if isUnderSeveralNames, let facts = FileFacts(descriptor: descriptor) {
      return .bookHasOtherNames(path, names: facts.links)
    }
    return MountPoint.isMounted(realPath) ? .bookIsMountPoint(path) : nil
  }

  /// What a person should know who opens the file, for looking too.
  func warnings(forReading: Bool) -> [Phrase] {
    var warnings: [Phrase] = []
    if forReading, let other = otherName() {
      warnings.append(
        Phrase(
          id: other.message.indonesian + " " + "Yang tampil bisa kurang.",
          en: other.message.english + " " + "What is shown may be incomplete."))
    }
    if let facts = FileFacts(descriptor: descriptor), facts.permissions & 0o004 != 0 {
      warnings.append(
        Phrase(
          id:
            "Semua pengguna komputer ini bisa membaca “\(path)”. Tutup dengan: chmod o-rwx “\(path)”",
          en: "Every user of this machine can read “\(path)”. Close it with: chmod o-rwx “\(path)”")
      )
    }
    return warnings
  }
}
