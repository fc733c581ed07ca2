#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import GRDB
import GRDBSQLite
import KSPCore

/// A book read as a whole into memory, for a reader that can have no files beside the book: its
/// user may not write the folder, or the disk is full.
///
/// SQLite reads a book under write-ahead logging only with side files. Telling it that the file
/// never changes would do without, and would show yesterday's book, or half of today's, as soon as
/// somebody posts. A copy is whole: it is made while no log is there, and thrown away when the file
/// was touched meanwhile. It is only right while the file stays as it was; whoever reads later is
/// told to open it again.
final class MemoryCopy: @unchecked Sendable {
  /// Larger books are not read in this way: 1 GiB.
  static let largest: Int64 = 1 << 30

  let facts: FileFacts
  // Handed to SQLite once, which frees them: hence unchecked.
  private var bytes: UnsafeMutablePointer<UInt8>?

  init(of book: BookFile) throws(LedgerError) {
    for _ in 0..<3 {
      guard let facts = FileFacts(descriptor: book.descriptor), book.isAtItsName,
        !book.hasPendingLog, facts.size <= Self.largest
      else { throw .bookReaderNeedsFolder(book.path) }
      guard let bytes = Self.read(book.descriptor, count: Int(facts.size)) else {
        throw .diskFailed(book.path, reason: String(cString: strerror(errno)))
      }
      guard !book.hasPendingLog, FileFacts(descriptor: book.descriptor) == facts else {
        sqlite3_free(bytes)
        continue
      }
      // Bytes 18 and 19 ask for write-ahead logging, which a copy in memory cannot have.
      if facts.size >= 20 { (bytes[18], bytes[19]) = (1, 1) }
      self.facts = facts
      self.bytes = bytes
      return
    }
    throw .bookBusy(book.path)
  }

  deinit {
    sqlite3_free(bytes)
  }

  /// Makes it the content of a new connection.
  func hand(over db: Database) throws {
    let flags = UInt32(SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY)
    let (content, size) = (bytes, facts.size)
    bytes = nil
    let code = sqlite3_deserialize(db.sqliteConnection, "main", content, size, size, flags)
    guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
  }

  /// Whether an error comes from the files beside the book, and can be gone round.
  static func helps(against error: any Error, _ book: BookFile) -> Bool {
    error is SideFileProblem && !book.hasPendingLog && !book.hasPendingJournal
  }

  /// Whether a book may be read in this way, although nothing has gone wrong yet.
  static func isPossible(_ book: BookFile) -> Bool {
    !book.hasPendingLog && !book.hasPendingJournal
      && (FileFacts(descriptor: book.descriptor)?.size ?? .max) <= largest
  }

  static func isAboutSideFiles(_ error: DatabaseError) -> Bool {
    switch error.extendedResultCode {
    case .SQLITE_IOERR_SHMOPEN, .SQLITE_IOERR_SHMSIZE, .SQLITE_IOERR_SHMMAP: true
    default:
      [.SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_FULL].contains(error.resultCode)
    }
  }

  private static func read(_ descriptor: Int32, count: Int) -> UnsafeMutablePointer<UInt8>? {
    guard let room = sqlite3_malloc64(UInt64(max(count, 1))) else { return nil }
    let bytes = room.assumingMemoryBound(to: UInt8.self)
    var done = 0
    while done < count {
      let got = pread(descriptor, bytes + done, count - done, off_t(done))
      if got < 0, errno == EINTR { continue }
      guard got > 0 else {
        sqlite3_free(bytes)
        return nil
      }
      done += got
    }
    return bytes
  }
}
