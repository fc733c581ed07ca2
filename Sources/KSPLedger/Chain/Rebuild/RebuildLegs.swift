import GRDB
import KSPCore

/// Finds the legs of an entry in a damaged book.
///
/// The table and its index by entry both hold every leg, so either is a copy of the other: the one
/// whose legs fit the hash is believed.
final class RebuildLegs {
  struct Leg {
    let account: Int64
    let bookDate: Int64
    let line: Int64
    let amount: Int64
  }

  private let source: Database
  private let indexed: SQLStatement
  private var scan: (queue: DatabaseQueue, legs: SQLStatement)?

  init(_ source: Database) throws {
    self.source = source
    indexed = try SQLStatement(
      source,
      """
      SELECT account, bookDate, line, amount FROM posting INDEXED BY postingEntry
      WHERE entry = ? ORDER BY line
      """, isShared: false)
  }

  /// The legs that the hash of an entry was made over; nil where neither copy has them.
  func legs(of header: EntryHeader, hash: [UInt8], after previous: [UInt8]) throws -> [Leg]? {
    func fitting(_ query: SQLStatement) throws -> [Leg]? {
      try unlessDamaged {
        query.bind(header.id, at: 1)
        var legs: [Leg] = []
        while try query.step() {
          legs.append(
            Leg(
              account: query.int64(0), bookDate: query.int64(1), line: query.int64(2),
              amount: query.int64(3)))
        }
        var hasher = EntryHasher()
        for leg in legs { hasher.add(account: leg.account, amount: leg.amount) }
        let fits = hasher.finish(header, previous: previous) == hash
        return fits ? legs : nil
      }.flatMap(\.self)
    }
    if let legs = try fitting(indexed) { return legs }
    indexed.reset()
    guard let scanned = try scanned() else { return nil }
    return try fitting(scanned)
  }

  /// The accounts of the book by its chain: its table of accounts may be what is damaged.
  private func accounts() throws -> [Int64] {
    var accounts = Set(
      try unlessDamaged { try Int64.fetchAll(source, sql: "SELECT id FROM account") } ?? [])
    let contents = try unlessDamaged {
      try SQLStatement(source, "SELECT content FROM event ORDER BY number", isShared: false)
    }
    _ = try unlessDamaged {
      while let contents, try contents.step() {
        for change in EventContent.decode(contents.bytes(0)) ?? [] where change.table == "account" {
          for row in change.rows {
            let id = change.columns.firstIndex(of: "id").flatMap { row.values[$0].integer }
            if let id { accounts.insert(id) }
          }
        }
      }
    }
    return accounts.sorted()
  }

  /// The legs of the table by entry, in a temporary file: the whole table is read once.
  private func scanned() throws -> SQLStatement? {
    if let scan { return scan.legs }
    let queue = try DatabaseQueue(path: "")
    let legs = try queue.writeWithoutTransaction { db in
      try db.execute(
        sql: """
          PRAGMA journal_mode = OFF;
          CREATE TABLE leg (account, bookDate, entry, line, amount);
          """)
      let insert = try SQLStatement(db, "INSERT INTO leg VALUES (?, ?, ?, ?, ?)")
      try db.inTransaction {
        // Account by account: behind a damaged page the next one may be whole.
        for account in try accounts() {
          _ = try unlessDamaged {
            let all = try SQLStatement(
              source,
              // The order is that of the table itself; without it, and even with NOT INDEXED,
              // SQLite reads the index, which holds every column.
              """
              SELECT account, bookDate, entry, line, amount FROM posting WHERE account = ?
              ORDER BY account, bookDate, entry, line
              """)
            all.bind(account, at: 1)
            while try all.step() {
              for column in 0..<Int32(5) { insert.bind(all.value(column), at: column + 1) }
              try insert.run()
            }
          }
        }
        return .commit
      }
      try db.execute(sql: "CREATE INDEX legEntry ON leg (entry, line)")
      return try SQLStatement(
        db, "SELECT account, bookDate, line, amount FROM leg WHERE entry = ? ORDER BY line",
        isShared: false)
    }
    scan = (queue, legs)
    return legs
  }
}
