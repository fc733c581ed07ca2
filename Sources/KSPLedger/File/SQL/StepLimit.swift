import GRDB
import GRDBSQLite

/// Ends a reading that takes far more steps than the size of its file explains.
///
/// A file whose rules are not ours may hold a view in the place of a table that never comes to its
/// end. Files with our own rules are read without a limit.
final class StepLimit: @unchecked Sendable {
  /// Steps between two looks at the count.
  private static let stride: Int32 = 10_000
  /// Whatever the size: about a second.
  private static let base = 50_000_000
  /// For every page: `verify` goes through each several times, with some 40 rows on it.
  private static let perPage = 100_000

  private var left = 0
  private var limit = 0

  /// Counts on a connection, for as long as the value is kept.
  func attach(to db: Database) throws {
    let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
    limit = Self.base + Self.perPage * pages
    begin()
    sqlite3_progress_handler(
      db.sqliteConnection, Self.stride,
      { context in
        guard let context else { return 0 }
        return Unmanaged<StepLimit>.fromOpaque(context).takeUnretainedValue().goesOn ? 0 : 1
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  /// Begins anew, with each access of the book.
  func begin() {
    left = limit
  }

  private var goesOn: Bool {
    left -= Int(Self.stride)
    return left > 0
  }
}
