import GRDB
import KSPLedger
import KSPTestSupport
import Testing

/// How other tables refer to an entry.
@Suite struct SchemaIndexTests {
  /// What refers to an entry is asked for by its entry; and where SQLite looks when the entry comes,
  /// because legs wait for it, it would read the whole table for every entry.
  @Test func whateverRefersToAnEntryHasAnIndex() throws {
    let folder = try TestFolder()
    try makeBook(folder).close()
    let columns = try folder.reading { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT t.name, k."from", EXISTS (SELECT 1 FROM pragma_index_list(t.name) i
              JOIN pragma_index_info(i.name) c ON c.seqno = 0 AND c.name = k."from")
          FROM sqlite_schema t JOIN pragma_foreign_key_list(t.name) k
          WHERE t.type = 'table' AND k."table" = 'entry'
          """)
    }
    #expect(columns.count >= 5)
    for column in columns {
      #expect(column[2] as Bool, "\(column[0] as String).\(column[1] as String)")
    }
  }

  /// A reference that is looked at when a transaction is committed costs every entry a look into
  /// its table: only what is written before its entry has one.
  @Test func onlyWhatComesBeforeItsEntryIsLookedAtLater() throws {
    let folder = try TestFolder()
    try makeBook(folder).close()
    let later = try folder.reading { db in
      try String.fetchSet(
        db,
        sql: """
          SELECT name FROM sqlite_schema WHERE type = 'table'
            AND sql LIKE '%REFERENCES entry (id) DEFERRABLE INITIALLY DEFERRED%'
          """)
    }
    #expect(later == ["posting", "savingsInterest", "waitingSettlement"])
  }
}
