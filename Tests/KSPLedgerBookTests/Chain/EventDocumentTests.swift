import Foundation
import GRDB
import KSPCore
@testable import KSPLedger
@testable import KSPStatements
import KSPTestSupport
import Testing

/// `Docs/Events.md` lists every kind of events with its fields, as the sources have them.
@Suite struct EventDocumentTests {
  /// The fields of the rows of a table; of those that only change, the ones that may.
  private static func fields(
    of table: String, changing: Set<String>? = nil, _ db: Database
  ) throws -> [String] {
    if table == "setting" {
      let settings = BookSettings(name: "", firstMonth: try month("2026-01"))
      return SettingTable.values(settings).map(\.name)
    }
    let personal = Schema.projection[table]?.personal ?? []
    return try String.fetchAll(
      db, sql: "SELECT name FROM pragma_table_info(?)", arguments: [table]
    ).filter { changing?.contains($0) ?? true }.compactMap { column in
      EventShape.field(column, of: table).map { personal.contains(column) ? $0 + "*" : $0 }
    }
  }

  private static func fields(of kind: EventKind, _ db: Database) throws -> [String] {
    let shape = EventShape(kind.rawValue)
    var fields: [String] = []
    let changing = Dictionary(
      uniqueKeysWithValues: kind.tables.filter { $0.new == .none }.map { ($0.table, $0.changing) })
    for table in shape.flat {
      for field in try self.fields(of: table, changing: changing[table], db)
      where !shape.hides(field, of: table) {
        #expect(!fields.contains(field), "\(kind.rawValue): \(field) twice")
        fields.append(field)
      }
    }
    for table in shape.lists {
      // A row that changes is named by what people call it.
      var name = try self.fields(of: table, changing: changing[table], db)
      if changing[table] != nil {
        let key = EventShape.names[table].map { [$0] } ?? Schema.projection[table]?.key ?? []
        name = key.compactMap { EventShape.field($0, of: table) } + name
      }
      fields.append("\(EventShape.list(of: table)) [\(name.joined(separator: ", "))]")
    }
    return fields
  }

  private static func document() throws -> String {
    let folder = try TestFolder()
    try makeBook(folder).close()
    let queue = try DatabaseQueue(path: folder.file())
    defer { try? queue.close() }
    let rows = try queue.read { db in
      try EventKind.allCases.map { kind in
        let before = EventShape(kind.rawValue).changesRows ? "what changed" : "–"
        let after = try fields(of: kind, db).joined(separator: ", ")
        return
          "| `\(kind.rawValue)` | \(kind.name.indonesian) | \(kind.name.english) | \(before) "
          + "| \(after) |"
      }
    }
    let entries = EntryKind.allCases.map { kind in
      "| `entry.\(kind.rawValue)` | \(kind.name.indonesian) | \(kind.name.english) |"
    }
    return """
      # Events

      What `ksp log` (riwayat) shows and `Ledger.events` hands out: every kind of events in the
      chain, with the fields that stand in `before` and `after`. A test writes this page from the
      sources (`KSP_RECORD=1`).

      Amounts are decimal strings, days and months ISO, moments in the time zone of the book, rates
      as `1.5%/month`, flags `true` or `false`; other rows stand by their code or number. A list of
      rows stands in brackets. Fields with * are personal: they show their first letter only,
      unless `--personal` is given, and “(dihapus)” after they were erased. What holds nothing is
      left out of what is new. An event that has a memo has it as `memo` in `after`.

      ## Events without a voucher

      | kind | peristiwa | event | before | after |
      |---|---|---|---|---|
      \(rows.joined(separator: "\n"))

      ## Entries

      An entry has nothing before it, and after it: date, kind, amount, accounts [account, debit,
      credit], reverses where it reverses another one, memo. Of a voucher of more than fifty legs,
      such as that of a month end, members' accounts are summed into those above them; where the log
      of one account or member is asked for, only their legs are shown.

      | kind | peristiwa | event |
      |---|---|---|
      \(entries.joined(separator: "\n"))

      """
  }

  @Test func theDocumentIsAsTheSourcesHaveIt() throws {
    let url = packageFolder.appendingPathComponent("Docs/Events.md")
    let text = try Self.document()
    if ProcessInfo.processInfo.environment["KSP_RECORD"] != nil {
      try text.write(to: url, atomically: true, encoding: .utf8)
      Issue.record("recorded Docs/Events.md; read it, then run without KSP_RECORD")
    }
    #expect(try String(contentsOf: url, encoding: .utf8) == text, "KSP_RECORD=1")
  }

  /// Whatever a busy book records has only the fields that are documented, and each has a name.
  @Test func everyFieldIsListedAndNamed() throws {
    let book = try LogBook()
    try book.join()
    try book.deposit()
    try book.change()
    try book.rename()
    try book.lend()
    try book.clock.set("2026-01-22")
    _ = try book.ledger.rescheduleLoan("PJ-0001", on: day("2026-01-20"), count: 6)
    _ = try book.ledger.repay(500_000, loan: "PJ-0001", on: day("2026-01-21"))
    _ = try book.ledger.settleLoan(loan: "PJ-0001", on: day("2026-01-22"))
    try book.clock.set("2026-02-01")
    _ = try book.ledger.runMonthEnd(month("2026-01"))
    _ = try book.ledger.endMembership(of: "0001", on: day("2026-02-01"))
    _ = try book.ledger.backup(to: book.folder.file("copy.ksp"))
    let document = try Self.document().split(separator: "\n")
    var kinds: Set<String> = []
    for event in try book.events() {
      kinds.insert(event.kind)
      let line = try #require(document.first { $0.contains("`\(event.kind)`") })
      let words = Set(line.split { !$0.isLetter && !$0.isNumber }.map(String.init))
      func check(_ fields: [LedgerEvent.Field]) {
        for field in fields {
          if event.voucher == nil, field.name != "memo" {
            #expect(words.contains(field.name), "\(event.kind): \(field.name)")
          }
          #expect(FieldWords.labels[field.name] != nil, "no name for \(field.name)")
          if case .rows(let rows) = field.value { for row in rows { check(row) } }
        }
      }
      check(event.before)
      check(event.after)
      #expect(event.before.isEmpty || EventShape(event.kind).changesRows)
    }
    #expect(kinds.count > 18)
    for table in Schema.projections.map(\.table) {
      #expect(FieldWords.labels[EventShape.list(of: table)] != nil, "\(table)")
    }
  }
}
