import GRDB

extension Ledger {
  /// What SQLite says is in force on the connection: the journal mode, and `synchronous` as its
  /// number (2 is FULL). For tests and benchmarks: what was asked for proves nothing.
  package func durability() throws -> (journalMode: String, synchronous: Int) {
    try store.read { db in
      (
        try String.fetchOne(db, sql: "PRAGMA journal_mode") ?? "",
        try Int.fetchOne(db, sql: "PRAGMA synchronous") ?? 0
      )
    }
  }
}

extension Ledger {
  /// Lets the file grow by no more than a few pages, as a disk does that is nearly full. For tests.
  package func limitPages() throws {
    try store.connection { db in
      let count = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
      _ = try Int.fetchOne(db, sql: "PRAGMA max_page_count = \(count + 4)")
    }
  }
}

extension Ledger {
  /// Lets postings return before they are on the disk. For the test that shows what is lost then.
  package func lowerSynchronous() throws {
    try store.connection { db in try db.execute(sql: "PRAGMA synchronous = NORMAL") }
  }

  /// Moves the write-ahead log into the book after so many pages. For tests of power cuts, which
  /// must meet that moment too.
  package func checkpointEvery(_ pages: Int) throws {
    try store.connection { db in
      _ = try Int.fetchOne(db, sql: "PRAGMA wal_autocheckpoint = \(pages)")
    }
  }
}
