extension ChartOfAccounts {
  /// Reads a chart from CSV with the columns `code,name,name_en,type,parent,postable,role`.
  ///
  /// `name_en` and `role` may be empty; `postable` is `yes` or `no` (`ya`, `tidak`).
  ///
  /// - Throws: `import.refused` with every bad row, or `chart.invalid`.
  public init(csv text: String, file: String) throws(LedgerError) {
    let table = try CSVTable(text, file: file)
    var accounts: [Entry] = []
    var problems: [LedgerError] = []
    for row in table.rows {
      do throws(LedgerError) {
        accounts.append(try ChartOfAccounts.entry(row, table))
      } catch {
        problems.append(error)
      }
    }
    guard problems.isEmpty else {
      throw .importRefused(file: file, rows: table.rows.count, problems: problems)
    }
    try self.init(accounts: accounts)
  }

  private static func entry(_ row: CSVTable.Row, _ table: CSVTable) throws(LedgerError) -> Entry {
    let cells = RowReader(row, table)
    let code = try cells.value(["code", "kode"]) { text throws(LedgerError) in
      try AccountCode(text)
    }
    let name = try cells.text(["name", "nama"])
    let english = try cells.optionalText(["name_en", "nama_en"])
    let type = try cells.value(["type", "golongan"]) { text throws(LedgerError) in
      guard let type = AccountType(rawValue: text.lowercased()) else {
        throw .importWordUnknown(text, known: AccountType.allCases.map(\.rawValue))
      }
      return type
    }
    let parent = try cells.optionalValue(["parent", "induk"]) { text throws(LedgerError) in
      try AccountCode(text)
    }
    let isPostable = try cells.value(["postable", "dibukukan"]) { text throws(LedgerError) in
      switch text.lowercased() {
      case "yes", "ya": true
      case "no", "tidak": false
      default: throw .importWordUnknown(text, known: ["yes", "no"])
      }
    }
    let role = try cells.optionalValue(["role", "peran"]) { text throws(LedgerError) in
      guard let role = AccountRole(rawValue: text.lowercased()) else {
        throw .importWordUnknown(text, known: AccountRole.allCases.map(\.rawValue))
      }
      return role
    }
    return Entry(
      code: code, name: Phrase(name, english ?? name), type: type, parent: parent,
      isPostable: isPostable, role: role)
  }
}
