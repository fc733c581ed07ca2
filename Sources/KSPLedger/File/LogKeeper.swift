import GRDB
import GRDBSQLite

/// Moves the write-ahead log into the book before much hangs on it.
///
/// A byte that goes bad at the log's beginning takes everything behind it along, and SQLite says
/// nothing. So at most ``pagesOfSingleEntries`` pages (4 MB, some eighty entries at the counter)
/// stay in the log of a program that stays open. Large transactions fill ``pagesOfBulk`` pages
/// (64 MB) first, which costs them a third of the time; the next single entry, or closing, moves
/// what is left. A reader that lies in the way puts it off by as many pages again.
final class LogKeeper: @unchecked Sendable {
  // Touched only inside the accesses of one connection: hence unchecked.
  var pagesOfSingleEntries = 1_000
  var pagesOfBulk = 16_000
  /// A transaction that writes more is no single entry.
  private static let largestEntry = 200

  private var before = 0
  private var tried = 0

  /// Hears of every commit of a connection, for as long as the value is kept.
  func attach(to db: Database) {
    sqlite3_wal_hook(
      db.sqliteConnection,
      { context, connection, _, pages in
        guard let context, let connection else { return SQLITE_OK }
        Unmanaged<LogKeeper>.fromOpaque(context).takeUnretainedValue()
          .committed(connection, pages: Int(pages))
        return SQLITE_OK
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  private func committed(_ connection: OpaquePointer, pages: Int) {
    let hasBegunAnew = pages < before
    let grown = hasBegunAnew ? pages : pages - before
    if hasBegunAnew { tried = 0 }
    before = pages
    let limit = grown > Self.largestEntry ? pagesOfBulk : pagesOfSingleEntries
    guard pages - tried >= limit else { return }
    // What cannot be moved now stays in the log, where it is safe, until the next time.
    tried =
      sqlite3_wal_checkpoint_v2(connection, "main", SQLITE_CHECKPOINT_PASSIVE, nil, nil)
        == SQLITE_OK ? pages : tried
  }

  /// Moves the whole log into the book and empties it, before a writer closes.
  ///
  /// SQLite does so itself when the last connection closes, but not while a reader stays. A full
  /// log that is left behind would be taken for that of whatever file gets the book's name next.
  static func empty(_ db: Database) {
    let connection = db.sqliteConnection
    // A reader in the middle of a listing is not waited for: then as much is moved as can be.
    sqlite3_busy_timeout(connection, 0)
    guard
      sqlite3_wal_checkpoint_v2(connection, "main", SQLITE_CHECKPOINT_TRUNCATE, nil, nil)
        != SQLITE_OK
    else { return }
    _ = sqlite3_wal_checkpoint_v2(connection, "main", SQLITE_CHECKPOINT_PASSIVE, nil, nil)
  }
}
