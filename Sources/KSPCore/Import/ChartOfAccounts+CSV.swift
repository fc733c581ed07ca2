extension ChartOfAccounts {
  /// Reads a chart from CSV with the columns `code,name,name_en,type,parent,postable,role`.
  ///
  /// `name_en` and `role` may be empty; `postable` is `yes` or `no` (`ya`, `tidak`).
  ///
  /// - Throws: `import.refused` with every bad row, or `chart.invalid`.
  public init(csv text: String, file: String) throws(LedgerError) {
    let table = try CSVTable(text, file: file)
    let columns = Columns(table)
    var problems = columns.needed.compactMap { table.missing($0) }
    let accounts =
      problems.isEmpty ? table.read(problems: &problems) { columns.entry(&$0) } : []
    guard problems.isEmpty else {
      throw .importRefused(file: file, problems: problems)
    }
    try self.init(accounts: accounts)
  }

  /// The columns of a chart and how a row of them is read.
  private struct Columns {
    private let code, name, english, type, parent, postable, role: CSVColumn

    init(_ table: CSVTable) {
      code = table.column(["code", "kode"])
      name = table.column(["name", "nama"])
      english = table.column(["name_en", "nama_en"])
      type = table.column(["type", "golongan"])
      parent = table.column(["parent", "induk"])
      postable = table.column(["postable", "dibukukan"])
      role = table.column(["role", "peran"])
    }

    var needed: [CSVColumn] { [code, name, type, postable] }

    func entry(_ cells: inout RowReader) -> Entry? {
      let code = cells.value(code) { text throws(LedgerError) in try AccountCode(text) }
      let name = cells.text(name)
      let english = cells.optionalText(english)
      let type = cells.value(type) { text throws(LedgerError) in
        guard let type = AccountType(rawValue: text.lowercased()) else {
          throw .importWordUnknown(text, known: AccountType.allCases.map(\.rawValue))
        }
        return type
      }
      let parent = cells.optionalValue(parent) { text throws(LedgerError) in
        try AccountCode(text)
      }
      let isPostable = cells.value(postable) { text throws(LedgerError) in
        switch text.lowercased() {
        case "yes", "ya": true
        case "no", "tidak": false
        default: throw .importWordUnknown(text, known: ["yes", "no"])
        }
      }
      let role = cells.optionalValue(role) { text throws(LedgerError) in
        guard let role = AccountRole(rawValue: text.lowercased()) else {
          throw .importWordUnknown(text, known: AccountRole.allCases.map(\.rawValue))
        }
        return role
      }
      guard let code, let name, let type, let isPostable else { return nil }
      return Entry(
        code: code, name: Phrase(name, english ?? name), type: type, parent: parent,
        isPostable: isPostable, role: role)
    }
  }
}
