import GRDB
import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport
import Testing

/// Every table, reached by every name of its key, with every kind of statement that could change or
/// take the place of a row: the file refuses it, or allows it on purpose and verify finds it.
@Suite struct GuardTests {
  /// Columns that change by plain SQL, as acts of the program change them. The state is compared with
  /// the chain, and what is derived with the journal and the terms.
  static let mutable: [String: (columns: Set<String>, reason: String)] = [
    "setting": (["value"], "settings change; the chain holds each value"),
    "account": (
      [
        "nameIndonesian", "nameEnglish", "statementLine", "isContra", "isCash", "isBank",
        "mayBeNegative", "agreedLimit", "healthCell", "closedOn",
      ], "names and uses change; the chain holds each value"
    ),
    "accountBalance": (
      ["lowest", "highest", "balance"], "balances follow the legs, limits the terms"
    ),
    "accountRole": (["isHeld"], "an account may give a role back"),
    "depositHeir": (["name", "relation"], "heirs change, and are erased when the law asks"),
    "member": (
      [
        "name", "nik", "npwp", "birthPlace", "birthDate", "gender", "occupation", "address",
        "phone", "heir", "heirRelation", "unit", "externalID", "remarks", "leftOn",
        "hasTaxNumber", "joinedOn",
        "leavingReason",
      ], "the register is corrected; the chain holds each value or its digest"
    ),
    "asset": (["name", "location"], "an asset is moved and renamed; the chain holds each value"),
    "officer": (["until"], "an office ends"),
    "till": (["keeper"], "somebody else keeps it"),
    "accountName": (["account"], "a name may stand for another account; the chain holds each"),
    "memberAttribute": (["value"], "the register is corrected"),
    "memberKind": (["kind"], "a mistake is put right while its month is open"),
    "loanGuarantor": (
      ["name", "nik", "relation"], "personal data are erased when the law asks"
    ),
    "leaverPayment": (
      ["payee", "relation", "identity"], "personal data are erased when the law asks"
    ),
    "personalValue": (["salt", "value"], "only both at once, and only to nothing: erasing"),
  ]

  /// A book in which every table has two rows where it can.
  static func prepared() throws -> (TestFolder, DatabaseQueue) {
    let (folder, queue) = try RichBook.prepared()
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF")
    }
    return (folder, queue)
  }

  /// Whether the file refuses a statement by one of its own rules or checks.
  static func refuses(_ db: Database, _ sql: String) -> Bool {
    do {
      try db.inTransaction {
        try db.execute(sql: sql)
        return .rollback
      }
      return false
    } catch let error as DatabaseError {
      return error.resultCode == .SQLITE_CONSTRAINT
    } catch {
      return false
    }
  }

  /// Values for a column: that of another row, where there is one, and one of nobody.
  static func values(_ table: BookTable, _ column: String) -> [String] {
    let isNumber = table.columns.first { $0.name == column }.map { $0.type == "INTEGER" } ?? true
    return [
      """
      ifnull((SELECT o."\(column)" FROM \(table.name) o
        WHERE o."\(column)" IS NOT \(table.name)."\(column)" LIMIT 1),
        \(isNumber ? "\"\(column)\" + 7" : "\"\(column)\" || 'y'"))
      """,
      isNumber
        ? "ifnull(\"\(column)\", 0) + 100000" : "ifnull(\"\(column)\", '') || 'x'",
    ]
  }

  @Test(arguments: BookTable.all) func theKeyIsGuarded(_ table: BookTable) throws {
    let (_, queue) = try Self.prepared()
    let key = table.key.map { "\"\($0)\"" }.joined(separator: ", ")
    let first = "(\(key)) = (SELECT \(key) FROM \(table.name) ORDER BY \(key) LIMIT 1)"
    let columns = table.columns.map { "\"\($0.name)\"" }.joined(separator: ", ")
    var statements: [String] = []
    for name in table.keyNames {
      for value in Self.values(table, name) {
        for verb in ["UPDATE", "UPDATE OR REPLACE", "UPDATE OR IGNORE"] {
          statements.append("\(verb) \(table.name) SET \"\(name)\" = \(value) WHERE \(first)")
        }
        statements.append(
          """
          INSERT INTO \(table.name) (\(columns)) SELECT \(columns) FROM \(table.name) WHERE \(first)
          ON CONFLICT DO UPDATE SET "\(name)" = \(value)
          """)
      }
      statements.append(
        """
        DELETE FROM \(table.name)
        WHERE "\(name)" = (SELECT "\(name)" FROM \(table.name) ORDER BY \(key) LIMIT 1)
        """)
    }
    let again = "\(table.name) (\(columns)) SELECT \(columns) FROM \(table.name) WHERE \(first)"
    statements += ["INSERT OR REPLACE INTO \(again)", "REPLACE INTO \(again)"]
    if table.hasRowID {
      statements += ["rowid", "oid", "_rowid_"].map { name in
        let others = table.columns.filter { $0.place == 0 }.map { "\"\($0.name)\"" }
          .joined(separator: ", ")
        return """
          INSERT OR REPLACE INTO \(table.name) (\(name), \(others))
          SELECT \(name), \(others) FROM \(table.name) WHERE \(first)
          """
      }
    }
    queue.unsafeReentrantWrite { db in
      for sql in statements { #expect(Self.refuses(db, sql), "\(sql)") }
      let ignoring = "INSERT OR IGNORE INTO \(again)"
      #expect(Self.refuses(db, ignoring) || db.changesCount == 0, "\(ignoring)")
    }
  }

  @Test(arguments: BookTable.all) func otherColumnsAreGuarded(_ table: BookTable) throws {
    let (_, queue) = try Self.prepared()
    let key = table.key.map { "\"\($0)\"" }.joined(separator: ", ")
    let first = "(\(key)) = (SELECT \(key) FROM \(table.name) ORDER BY \(key) LIMIT 1)"
    let mutable = Self.mutable[table.name]?.columns ?? []
    queue.unsafeReentrantWrite { db in
      for column in table.columns where column.place == 0 && !mutable.contains(column.name) {
        for value in Self.values(table, column.name) {
          for verb in ["UPDATE", "UPDATE OR REPLACE", "UPDATE OR IGNORE"] {
            let sql = "\(verb) \(table.name) SET \"\(column.name)\" = \(value) WHERE \(first)"
            #expect(Self.refuses(db, sql), "\(sql)")
          }
        }
      }
    }
  }

  /// What may be changed is found; no column is on the list without need.
  @Test func whatIsAllowedIsFound() throws {
    for (table, (columns, reason)) in Self.mutable where table != "personalValue" {
      #expect(!reason.isEmpty)
      let named = try #require(BookTable.all.first { $0.name == table })
      for column in columns.sorted() {
        let (folder, queue) = try RichBook.prepared()
        let place = try #require(named.columns.first { $0.name == column })
        // A row that the rules of the file let change: a closed account, say, stays closed.
        let row =
          switch (table, column) {
          case ("account", "closedOn"): "code = '1-1900'"
          case ("account", _): "code = 'QUR-0001'"
          case ("accountBalance", _):
            "account = (SELECT id FROM account WHERE code = 'QUR-0001')"
          case ("member", _): "number = '0001'"
          default: "true"
          }
        let value =
          switch (column, place.type) {
          case ("gender", _): "'male'"
          case ("kind", _): "iif(kind = 'individual', 'organization', 'individual')"
          case ("leftOn", _): "joinedOn + 400"
          case ("lowest", _): "-1000000000000"
          case ("balance", _): "balance - 1"
          case ("healthCell", _): "100"
          case ("until", _): "since + 400"
          case ("account", _): "NULL"
          case (_, "INTEGER"): "1 - ifnull(\"\(column)\", 0)"
          default: "ifnull(\"\(column)\", '') || 'x'"
          }
        try queue.writeWithoutTransaction { db in
          try db.execute(sql: "UPDATE \(table) SET \"\(column)\" = \(value) WHERE \(row)")
        }
        try queue.close()
        #expect(try !RichBook.failures(folder).isEmpty, "\(table).\(column)")
      }
    }
  }

  /// Erasing without the event that says so is found, and named by whom it concerns.
  @Test func erasingWithoutAnEventIsFound() throws {
    let (folder, queue) = try RichBook.prepared()
    try queue.writeWithoutTransaction { db in
      for half in ["value = NULL", "salt = NULL", "value = 'x'", "salt = x'00'"] {
        #expect(Self.refuses(db, "UPDATE personalValue SET \(half)"), "\(half)")
      }
      try db.execute(
        sql: "UPDATE personalValue SET salt = NULL, value = NULL WHERE owner = 2 AND field = 'name'"
      )
    }
    try queue.close()
    let failed = try RichBook.failures(folder)
    let check = failed.first { $0.name == "personal.value" }
    #expect(check?.first == "member 0002 · name")
  }
}
