extension ChartOfAccounts {
  /// Reads a chart from CSV with the columns `code,name,name_en,type,parent,postable,role` and, if
  /// wanted, `line,contra,cash,may_be_negative,agreed_limit,cell`.
  ///
  /// `name_en` and `role` may be empty; several roles are separated by blanks. `postable`,
  /// `contra`, `cash` and `may_be_negative` are `yes` or `no` (`ya`, `tidak`), empty for no; `cash`
  /// may also be `bank`, for money in a bank. Any other column is refused: a book is made of a
  /// chart once, so nothing in it may get lost. Only `balance` and `closed`, which the chart of a
  /// running book has besides, may stand there: a new book begins without either.
  ///
  /// - Throws: `import.refused` with every bad row, or `chart.invalid`.
  public init(csv text: String, file: String) throws(LedgerError) {
    let table = try CSVTable(text, file: file)
    let columns = Columns(table)
    var problems =
      columns.needed.compactMap { table.missing($0) } + table.unknown(besides: columns.all)
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
    private let line, contra, cash, mayBeNegative, limit, cell: CSVColumn
    /// What a running book says of its own accounts, under the names that it writes.
    private let balance, closed: CSVColumn

    init(_ table: CSVTable) {
      code = table.column(["code", "kode"])
      name = table.column(["name", "nama"])
      english = table.column(["name_en", "nama_en"])
      type = table.column(["type", "golongan"])
      parent = table.column(["parent", "induk"])
      postable = table.column(["postable", "dibukukan"])
      role = table.column(["role", "peran"])
      line = table.column(["line", "baris"])
      contra = table.column(["contra", "kontra"])
      cash = table.column(["cash", "kas"])
      mayBeNegative = table.column(["may_be_negative", "boleh_minus"])
      limit = table.column(["agreed_limit", "batas"])
      cell = table.column(["cell", "sel"])
      balance = table.column(["balance"])
      closed = table.column(["closed"])
    }

    var needed: [CSVColumn] { [code, name, type, postable] }

    var all: [CSVColumn] {
      [
        code, name, english, type, parent, postable, role, line, contra, cash, mayBeNegative, limit,
        cell, balance, closed,
      ]
    }

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
      let isPostable = cells.value(postable) { text throws(LedgerError) in try Self.flag(text) }
      let roles = cells.optionalValue(role) { text throws(LedgerError) in try Self.roles(text) }
      let line = cells.optionalText(line)
      let isContra = cells.optionalValue(contra) { text throws(LedgerError) in
        try Self.flag(text)
      }
      let isBank = ["bank"].contains(cells.optionalText(cash)?.lowercased())
      let isCash =
        isBank
        ? true : cells.optionalValue(cash) { text throws(LedgerError) in try Self.cash(text) }
      let mayBeNegative = cells.optionalValue(mayBeNegative) { text throws(LedgerError) in
        try Self.flag(text)
      }
      let limit = cells.optionalValue(limit) { text throws(LedgerError) in
        try Rupiah(parsing: text)
      }
      let cell = cells.optionalValue(cell) { text throws(LedgerError) in
        guard let number = Int(text), (1...116).contains(number) else {
          throw .importWordUnknown(text, known: ["1 … 116"])
        }
        return number
      }
      guard let code, let name, let type, let isPostable else { return nil }
      var entry = Entry(
        code: code, name: Phrase(id: name, en: english ?? name), type: type, parent: parent,
        isPostable: isPostable, roles: roles ?? [])
      entry.statementLine = line
      entry.isContra = isContra ?? false
      entry.isCash = isCash ?? false
      entry.isBank = isBank
      entry.mayBeNegative = mayBeNegative ?? false
      entry.agreedLimit = limit ?? .zero
      entry.healthCell = cell
      return entry
    }

    private static func flag(_ text: String) throws(LedgerError) -> Bool {
      switch text.lowercased() {
      case "yes", "ya": true
      case "no", "tidak": false
      default: throw .importWordUnknown(text, known: ["yes", "no"])
      }
    }

    private static func cash(_ text: String) throws(LedgerError) -> Bool {
      do {
        return try flag(text)
      } catch {
        throw .importWordUnknown(text, known: ["yes", "no", "bank"])
      }
    }

    private static func roles(_ text: String) throws(LedgerError) -> [AccountRole] {
      var roles: [AccountRole] = []
      for word in text.lowercased().split(whereSeparator: { $0 == " " || $0 == ";" }) {
        guard let role = AccountRole(rawValue: String(word)) else {
          throw .importWordUnknown(String(word), known: AccountRole.allCases.map(\.rawValue))
        }
        roles.append(role)
      }
      return roles
    }
  }
}
