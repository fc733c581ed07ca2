import GRDB
import GRDBSQLite

/// Moves the write-ahead log into the book before much hangs on it.
///
/// A byte that goes bad at the log's beginning takes everything behind it along, and SQLite says
/// nothing. So at most ``pagesOfSingleEntries`` pages (4 MB, some eighty entries at the counter)
/// stay in the log of a program that stays open. Large transactions fill ``pagesOfBulk`` pages
/// (64 MB) first, which costs them a third of the time; the next single entry, or closing, moves
/// what is left. A reader that lies in the way puts it off by as many pages again.
///
/// It also makes room in the log before it is needed (``makeRoom(_:)``).
final class LogKeeper: @unchecked Sendable {
  // Touched only inside the accesses of one connection: hence unchecked.
  var pagesOfSingleEntries = 1_000
  var pagesOfBulk = 16_000
  /// A transaction that writes more is no single entry, unless it is said to be many of them.
  private static let largestEntry = 200

  /// Whether the transaction under way is one of entries that came at the same time.
  var isOfEntries = false

  private var before = 0
  private var tried = 0
  /// So many pages the log's file has room for, as far as this program made it.
  private var room = 0
  private var pageSize = 4_096

  /// Hears of every commit of a connection, for as long as the value is kept.
  func attach(to db: Database) throws {
    pageSize = try Int.fetchOne(db, sql: "PRAGMA page_size") ?? pageSize
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
    let isBulk = grown > Self.largestEntry && !isOfEntries
    let limit = isBulk ? pagesOfBulk : pagesOfSingleEntries
    guard pages - tried >= limit else { return }
    // What cannot be moved now stays in the log, where it is safe, until the next time.
    tried =
      sqlite3_wal_checkpoint_v2(connection, "main", SQLITE_CHECKPOINT_PASSIVE, nil, nil)
        == SQLITE_OK ? pages : tried
  }

  // MARK: - Room

  /// From so many pages on room is made: a program that writes an entry or two needs none.
  private static let leastRoom = 32

  /// Makes room in the log for the entries to come, to be called inside a write transaction.
  ///
  /// A sync that also has to write down that a file has grown takes the disk twice as long. So the
  /// log of a program that stays open grows in a few large steps, filled with zeros, which SQLite
  /// does not take for pages; once it has been moved into the book it is written over from its
  /// beginning. Room that cannot be made is given back.
  func makeRoom(_ db: Database) {
    guard before >= Self.leastRoom, before + Self.largestEntry / 2 > room,
      room < pagesOfSingleEntries + Self.largestEntry
    else { return }
    let wanted = min(4 * before, pagesOfSingleEntries + Self.largestEntry)
    // Tried once for each step, whatever comes of it.
    room = max(wanted, before + Self.largestEntry)
    guard let log = LogFile(db, pageSize: pageSize) else { return }
    log.extend(toPages: room)
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
