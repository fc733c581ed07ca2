#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import KSPCore

/// The lock that makes one process the only writer of a book.
///
/// SQLite 3.40 can damage a WAL database when two connections write and checkpoint at once
/// (fixed in 3.51.3), so writers exclude each other for as long as they have the book open. The
/// lock lies on a file beside the book: closing any descriptor of the book itself would drop
/// SQLite's own locks.
final class WriterLock: Sendable {
  private let descriptor: Int32
  private let path: String

  /// Takes the lock or says who has the book.
  init(book: String) throws(LedgerError) {
    path = book + "-lock"
    while true {
      let file = Self.open(path)
      guard file >= 0 else {
        throw errno == ENOSPC ? .diskFull(book) : .bookReadOnly(book)
      }
      guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
        _ = Self.close(file)
        throw .bookBusy(book)
      }
      if Self.isSameFile(file, path) {
        descriptor = file
        return
      }
      // The holder before us removed the file between our opening and our locking it.
      _ = Self.close(file)
    }
  }

  /// Gives the book free; to be called after the database is closed.
  func release() {
    unlink(path)
    _ = Self.close(descriptor)
  }

  private static func open(_ path: String) -> Int32 {
    #if canImport(Glibc)
      Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    #elseif canImport(Musl)
      Musl.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    #else
      Darwin.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    #endif
  }

  private static func close(_ descriptor: Int32) -> Int32 {
    #if canImport(Glibc)
      Glibc.close(descriptor)
    #elseif canImport(Musl)
      Musl.close(descriptor)
    #else
      Darwin.close(descriptor)
    #endif
  }

  private static func isSameFile(_ descriptor: Int32, _ path: String) -> Bool {
    var open = stat()
    var named = stat()
    guard fstat(descriptor, &open) == 0, stat(path, &named) == 0 else { return false }
    return open.st_ino == named.st_ino && open.st_dev == named.st_dev
  }
}
