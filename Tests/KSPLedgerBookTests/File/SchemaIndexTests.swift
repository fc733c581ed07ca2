import GRDB
import KSPLedger
import KSPTestSupport
import Testing

/// Legs wait for their header; when it comes, SQLite looks in every table that refers to `entry`
/// for rows that wait as well. Without an index it reads the whole table for every entry.
@Suite struct SchemaIndexTests {
  @Test func whateverRefersToAnEntryHasAnIndex() throws {
    let folder = try TestFolder()
    try makeBook(folder).close()
    let queue = try DatabaseQueue(path: folder.file())
    let columns = try queue.read { db in
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
    try queue.close()
  }
}
