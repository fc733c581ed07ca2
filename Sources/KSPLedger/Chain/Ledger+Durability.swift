import GRDB
public import KSPCore

extension Ledger {
  /// What SQLite says about the durability of postings to this open book.
  ///
  /// A book is only opened for posting when `Durability.outlastsPowerCut` reads back as true;
  /// this shows it to a program, a test or a benchmark that wants to see for itself.
  ///
  /// - Returns: The journal mode and the level of `synchronous` in force on the connection.
  /// - Throws: What reading the file can throw.
  public func durability() throws(LedgerError) -> Durability {
    try store.read { db in try Store.durability(db) }
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
    try store.connection { _ in
      shared.log.pagesOfSingleEntries = pages
      shared.log.pagesOfBulk = pages
    }
  }
}

extension Ledger {
  /// The hash of the last event, which stands for the whole book, without verifying it: for a
  /// copy of what has been verified, and for tests that compare many books.
  package func headHash() throws(LedgerError) -> String {
    try store.read { db in
      try shared.memory.chainEnd(db).hash.map { byte in
        let digits = String(byte, radix: 16)
        return digits.count == 1 ? "0" + digits : digits
      }.joined()
    }
  }
}
