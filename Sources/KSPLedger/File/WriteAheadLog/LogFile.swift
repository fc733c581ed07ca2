import GRDB
import GRDBSQLite

/// The file of the write-ahead log, as SQLite has it open.
///
/// It is written through SQLite's own handle: another descriptor of it would drop the locks when it
/// is closed. Only inside a write transaction, when nobody else may write to the log.
struct LogFile {
  private let file: UnsafeMutablePointer<sqlite3_file>
  private let methods: sqlite3_io_methods
  private let pageSize: Int

  /// The log of the connection's book; nil where there is none.
  init?(_ db: Database, pageSize: Int) {
    var pointer: UnsafeMutablePointer<sqlite3_file>?
    guard
      sqlite3_file_control(
        db.sqliteConnection, "main", SQLITE_FCNTL_JOURNAL_POINTER, &pointer) == SQLITE_OK,
      let pointer, let methods = pointer.pointee.pMethods?.pointee
    else { return nil }
    file = pointer
    self.methods = methods
    self.pageSize = pageSize
  }

  /// Fills the file with zeros up to so many pages, behind all that is in it; leaves it as it is
  /// where the disk has no room for that.
  func extend(toPages pages: Int) {
    var size: sqlite3_int64 = 0
    guard methods.xFileSize?(file, &size) == SQLITE_OK, size > 0 else { return }
    // A head of 32 bytes, and 24 bytes before each page.
    let wanted = sqlite3_int64(32 + pages * (24 + pageSize))
    let zeros = [UInt8](repeating: 0, count: 1 << 16)
    var end = size
    while end < wanted {
      let count = min(wanted - end, sqlite3_int64(zeros.count))
      guard methods.xWrite?(file, zeros, Int32(count), end) == SQLITE_OK else {
        _ = methods.xTruncate?(file, size)
        return
      }
      end += count
    }
  }
}
