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

/// A prepared statement driven through the C interface, for the paths that run once per row.
///
/// GRDB prepares, caches and owns the statement; binding and stepping it here costs a third of
/// what the convenient forms cost (see `Docs/Decisions/0003-raw-statements-in-hot-paths.md`).
/// It is only valid inside the accesses of the connection that made it.
struct SQLStatement {
  private let owner: Statement
  private let handle: OpaquePointer

  /// Prepares a statement, or takes it from the connection's cache.
  ///
  /// `isShared` is false for a query whose rows are handed to a caller's closure: the closure may
  /// run the same query, which must not disturb this one.
  init(_ db: Database, _ sql: String, isShared: Bool = true) throws {
    owner = isShared ? try db.cachedStatement(sql: sql) : try db.makeStatement(sql: sql)
    handle = owner.sqliteStatement
    sqlite3_reset(handle)
    sqlite3_clear_bindings(handle)
  }

  func bind(_ value: Int64, at index: Int32) {
    sqlite3_bind_int64(handle, index, value)
  }

  func bind(_ value: Int64?, at index: Int32) {
    if let value {
      sqlite3_bind_int64(handle, index, value)
    } else {
      sqlite3_bind_null(handle, index)
    }
  }

  func bind(_ text: String?, at index: Int32) {
    guard var text else {
      sqlite3_bind_null(handle, index)
      return
    }
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        _ = sqlite3_bind_text64(
          handle, index, characters.baseAddress, UInt64(characters.count), Self.copying,
          UInt8(SQLITE_UTF8))
      }
    }
  }

  func bind(_ bytes: [UInt8], at index: Int32) {
    bytes.withUnsafeBytes { buffer in
      _ = sqlite3_bind_blob(
        handle, index, buffer.baseAddress, Int32(buffer.count), Self.copying)
    }
  }

  /// Runs a statement that returns no rows, and makes it ready for the next one.
  func run() throws {
    while try step() {}
  }

  /// Moves to the next row; false after the last one, when the statement is ready again.
  func step() throws -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW:
      return true
    case SQLITE_DONE:
      sqlite3_reset(handle)
      return false
    case let code:
      let message = sqlite3_db_handle(handle).flatMap { sqlite3_errmsg($0) }
      let text = message.map { String(cString: $0) }
      let extended = sqlite3_db_handle(handle).map { sqlite3_extended_errcode($0) } ?? code
      sqlite3_reset(handle)
      throw DatabaseError(resultCode: ResultCode(rawValue: extended), message: text)
    }
  }

  /// Ends a query before its last row; one that came to its end is ready already.
  func reset() {
    if sqlite3_stmt_busy(handle) != 0 { sqlite3_reset(handle) }
  }

  func int64(_ column: Int32) -> Int64 {
    sqlite3_column_int64(handle, column)
  }

  func optionalInt64(_ column: Int32) -> Int64? {
    isNull(column) ? nil : int64(column)
  }

  /// What kind of value a column holds.
  enum StorageClass {
    case null, integer, text, blob
  }

  /// The kind of value; a number with a fraction, which no column of a book can hold, counts as
  /// text, so that it equals nothing that was written.
  func storageClass(_ column: Int32) -> StorageClass {
    switch sqlite3_column_type(handle, column) {
    case SQLITE_NULL: .null
    case SQLITE_INTEGER: .integer
    case SQLITE_BLOB: .blob
    default: .text
    }
  }

  func isNull(_ column: Int32) -> Bool {
    sqlite3_column_type(handle, column) == SQLITE_NULL
  }

  /// The text of a column with every byte of it: one that goes on behind a zero byte, or is no
  /// UTF-8, is another text than its beginning.
  func text(_ column: Int32) -> String? {
    guard let start = sqlite3_column_text(handle, column) else { return nil }
    let count = Int(sqlite3_column_bytes(handle, column))
    let bytes = UnsafeBufferPointer(start: start, count: count)
    var text = String(decoding: bytes, as: UTF8.self)
    // Comparing costs a part of `String(validating:)`, which looks up types at each call.
    let isWhole = text.withUTF8 { copy in
      copy.count == count && copy.baseAddress.map { memcmp($0, start, count) == 0 } ?? true
    }
    return isWhole ? text : text + "\0"
  }

  /// How many bytes the text of a column has, where another text has just these at a place.
  func count(_ column: Int32, in text: UnsafeBufferPointer<UInt8>, at place: Int) -> Int? {
    guard let start = sqlite3_column_text(handle, column), let base = text.baseAddress else {
      return nil
    }
    let count = Int(sqlite3_column_bytes(handle, column))
    guard count <= text.count - place, memcmp(base + place, start, count) == 0 else { return nil }
    return count
  }

  /// The case of an enumeration whose word the column holds.
  func word<Word>(_ column: Int32, in words: StoredWords<Word>) -> Word? {
    guard let start = sqlite3_column_text(handle, column) else { return nil }
    let count = Int(sqlite3_column_bytes(handle, column))
    return words.word(UnsafeBufferPointer(start: start, count: count))
  }

  /// The case of an enumeration whose word the column must hold.
  ///
  /// - Throws: `invariant.broken` for any other text.
  func stored<Word>(_ column: Int32, in words: StoredWords<Word>) throws(LedgerError) -> Word {
    guard let word = word(column, in: words) else { throw .invariantBroken(text(column) ?? "") }
    return word
  }

  func bytes(_ column: Int32) -> [UInt8] {
    guard let start = sqlite3_column_blob(handle, column) else { return [] }
    let count = Int(sqlite3_column_bytes(handle, column))
    return [UInt8](UnsafeRawBufferPointer(start: start, count: count))
  }

  /// Tells SQLite to keep its own copy of bound bytes.
  private static var copying: sqlite3_destructor_type {
    unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }
}
