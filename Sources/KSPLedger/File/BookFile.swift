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
/// and one that this version knows, is settled before a connection may write.
struct BookFile {
  let path: String

  init(_ path: String) {
    self.path = path
  }

  /// Refuses a file that is no book, or one of a newer version.
  func requireReadable() throws(LedgerError) {
    guard let header = try header() else { throw .bookNotABook(path) }
    // A book whose program was cut off may hold a newer header in its write-ahead log.
    let (application, version) = hasPendingLog ? try identityFromLog() : header
    guard application != Schema.trialApplicationID else { throw .bookOfTrial(path) }
    guard application == Schema.applicationID, version >= 1 else { throw .bookNotABook(path) }
    guard version <= Schema.version else { throw .bookNewer(path, version: Int(version)) }
  }

  /// Application and version as they stand in the first page; nil where it is no SQLite file.
  private func header() throws(LedgerError) -> (application: Int64, version: Int64)? {
    guard let file = fopen(path, "rb") else {
      throw .diskFailed(path, reason: String(cString: strerror(errno)))
    }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 100)
    guard fread(&bytes, 1, bytes.count, file) == bytes.count,
      bytes.starts(with: Array("SQLite format 3\0".utf8))
    else { return nil }
    func integer(at offset: Int) -> Int64 {
      Int64(bytes[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) })
    }
    return (integer(at: 68), integer(at: 60))
  }

  private var hasPendingLog: Bool {
    var status = stat()
    return stat(path + "-wal", &status) == 0 && status.st_size > 0
  }

  private func identityFromLog() throws(LedgerError) -> (application: Int64, version: Int64) {
    do {
      var configuration = Configuration()
      configuration.readonly = true
      let queue = try DatabaseQueue(path: path, configuration: configuration)
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
}
