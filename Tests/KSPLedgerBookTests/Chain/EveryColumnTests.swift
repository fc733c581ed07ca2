import GRDB
import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport
import Testing

/// One change to every column of every table, with the rules of the file lifted and put back: verify
/// finds each and names the table, the row and, of a table of state, the column.
@Suite struct EveryColumnTests {
  /// Columns whose change nobody can see, with the reason.
  static let invisible: [String: String] = [:]

  @Test func theBookHasEverything() throws {
    let (folder, queue) = try RichBook.prepared()
    let missing = try queue.read { db in
      try BookTable.all.map(\.name).filter {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM \($0)") == 0
      }
    }
    #expect(missing.isEmpty)
    #expect(BookTable.all.count > 30)
    #expect(try RichBook.failures(folder).isEmpty)
  }

  /// A key in full, and every other column beside it; with time for it all of them. What stands in a
  /// row is compared as a whole, wherever in it a column stands.
  private static func taken(_ table: BookTable) -> [BookTable.Column] {
    table.columns.enumerated().filter { index, column in
      invisible["\(table.name).\(column.name)"] == nil
        && (Thoroughness.isWhole || column.place > 0 || index.isMultiple(of: 2))
    }.map(\.element)
  }

  @Test(arguments: BookTable.all) func aChangeIsFound(_ table: BookTable) throws {
    for column in Self.taken(table) {
      let (folder, queue) = try RichBook.prepared()
      let order = table.key.map { "\"\($0)\" DESC" }.joined(separator: ", ")
      let key = table.key.map { "\"\($0)\"" }.joined(separator: ", ")
      let (names, changed) = try queue.read { db in
        let row = try #require(
          try Row.fetchOne(db, sql: "SELECT * FROM \(table.name) ORDER BY \(order) LIMIT 1"))
        return (try Self.names(db, table, row), Self.changed(column, row[column.name]))
      }
      try RichBook.change(
        queue,
        """
        UPDATE \(table.name) SET "\(column.name)" = \(changed) WHERE (\(key)) = (
          SELECT \(key) FROM \(table.name) ORDER BY \(order) LIMIT 1)
        """)
      let failed = try RichBook.failures(folder)
      let firsts = failed.compactMap(\.first)
      let place = "\(table.name).\(column.name) = \(changed)"
      #expect(!failed.isEmpty, "\(place)")
      #expect(failed.allSatisfy { $0.first != nil && $0.first != "0" }, "\(place)")
      #expect(
        firsts.contains { first in names.contains { first.contains($0) } }
          || (column.place > 0 || column.name == "event")
            && firsts.contains { Self.isMoved($0, in: table) },
        "\(place): \(names) is not named by \(failed.map { "\($0.name): \($0.first ?? "")" })")
    }
  }

  /// Another value of the same kind, as SQL.
  static func changed(_ column: BookTable.Column, _ value: DatabaseValue) -> String {
    switch (value.storage, column.type) {
    case (.int64(let number), _): "\(number == 0 ? 1 : number + 1_000)"
    case (.string(let text), _): "'\(text == "individual" ? "organization" : text + "x")'"
    case (.blob, _): "(SELECT randomblob(length(\"\(column.name)\")))"
    case (_, "INTEGER"): "1"
    case (_, "BLOB"): "x'00'"
    default: "'x'"
    }
  }

  /// A row whose key was changed shows under its new key, as one that does not belong.
  static func isMoved(_ first: String, in table: BookTable) -> Bool {
    switch table.name {
    case "event": first.hasPrefix("#")
    case "entry", "posting": first.hasPrefix("JU-") || first.hasPrefix("#")
    case "accountBalance": !first.isEmpty
    default: first.hasPrefix("\(table.name) ") && (first.hasSuffix("+") || first.hasSuffix("−"))
    }
  }

  /// What a report may call the row: any of these.
  static func names(_ db: Database, _ table: BookTable, _ row: Row) throws -> [String] {
    func people(_ column: String) throws -> String {
      let value: DatabaseValue = row[column]
      guard case .int64(let number) = value.storage else {
        return String.fromDatabaseValue(value) ?? ""
      }
      let lookup: (table: String, column: String)? =
        switch (column, table.name) {
        case ("id", "account"), ("account", _), ("held", _): ("account", "code")
        case ("id", "member"), ("member", _), ("owner", _): ("member", "number")
        case ("id", "loan"), ("loan", _): ("loan", "number")
        case ("id", "asset"), ("asset", _): ("asset", "number")
        case ("id", "savingsProduct"): ("savingsProduct", "code")
        case ("id", "loanProduct"): ("loanProduct", "code")
        case ("product", let name) where name.hasPrefix("loan"): ("loanProduct", "code")
        case ("product", _): ("savingsProduct", "code")
        default: nil
        }
      if let lookup {
        return try String.fetchOne(
          db, sql: "SELECT \(lookup.column) FROM \(lookup.table) WHERE id = ?",
          arguments: [number]) ?? ""
      }
      if ["month", "effectiveFrom", "earnedIn", "dueMonth", "feeMonth"].contains(column) {
        return try BookMonth(ordinal: Int32(number)).description
      }
      if ["day", "since", "opensOn", "bookDate", "triedOn"].contains(column)
        || (column == "dueOn" && table.name == "orderTry")
      {
        return try BookDate(dayNumber: Int32(number)).description
      }
      return String(number)
    }
    switch table.name {
    case "event": return ["#\(row["number"] as Int64) "]
    case "entry": return [EntryNumber(row["id"]).description]
    case "posting": return [EntryNumber(row["entry"]).description]
    case "personalValue": return ["\(try people("owner")) · "]
    // The digest of a month knows its month; what is computed again knows the row.
    case "closingBalance", "savingsInterest", "withholdingSlip", "loanMonth", "assetMonth",
      "interestAccrual", "waitingInterest", "loanFeeMonth", "corporateTaxMonth":
      let other = table.key[1]
      let month = try people("month")
      return ["\(table.name) \(month)", "\(try people(other)) \(month)"]
    default:
      let key = try table.key.map(people).joined(separator: "/")
      return table.name == "accountBalance" ? [key] : ["\(table.name) \(key) · "]
    }
  }
}
