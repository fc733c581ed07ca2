/// What a meeting has planned for a year by accounts of income and expense (RAPB).
public struct Budget: Hashable, Sendable, Codable {
  /// What is planned for each account; positive on the account's own side.
  public let amounts: [AccountCode: Rupiah]

  /// A budget.
  public init(_ amounts: [AccountCode: Rupiah]) { self.amounts = amounts }

  /// Reads a budget from CSV with the columns `account,amount` (akun, anggaran).
  ///
  /// - Parameters:
  ///   - text: The file.
  ///   - file: What it is called in messages.
  /// - Throws: `import.refused` with every bad row: an amount that is unreadable, an account that
  ///   stands there twice; `import.unreadable`.
  public init(csv text: String, file: String) throws(LedgerError) {
    let table = try CSVTable(text, file: file)
    let account = table.column(["account", "akun"])
    let amount = table.column(["amount", "anggaran", "jumlah"])
    let name = table.column(["name", "nama"])
    var problems =
      [account, amount].compactMap { table.missing($0) }
      + table.unknown(besides: [account, amount, name])
    var (amounts, lines): ([AccountCode: Rupiah], [AccountCode: Int]) = ([:], [:])
    if problems.isEmpty {
      _ = table.read(problems: &problems) { cells -> Bool? in
        let code = cells.value(account) { text throws(LedgerError) in
          try AccountCode(text)
        }
        let planned = cells.value(amount) { text throws(LedgerError) in
          try Rupiah(parsing: text)
        }
        guard let code, let planned else { return nil }
        if let first = lines[code] {
          cells.refuse(.importDuplicate(code.text, firstLine: first), at: account)
        }
        lines[code] = cells.row.position.line
        amounts[code] = planned
        return true
      }
    }
    guard problems.isEmpty else { throw .importRefused(file: file, problems: problems) }
    self.amounts = amounts
  }
}

/// A budget beside what became of it, month by month.
public struct BudgetReport: Hashable, Sendable, Codable {
  /// One account.
  public struct Line: Hashable, Sendable, Codable {
    /// The account.
    public let account: AccountCode
    /// Its name.
    public let name: Phrase
    /// Whether it is of income; false for expenses.
    public let isIncome: Bool
    /// What was planned.
    public let planned: Rupiah
    /// What every month of the year brought, on the account's own side.
    public let months: [Rupiah]
    /// What they come to.
    public let actual: Rupiah

    /// Adds the months up.
    ///
    /// - Throws: `amount.overflow`.
    package init(
      account: AccountCode, name: Phrase, isIncome: Bool, planned: Rupiah, months: [Rupiah]
    ) throws(LedgerError) {
      self.account = account
      self.name = name
      self.isIncome = isIncome
      self.planned = planned
      self.months = months
      actual = try months.sum()
    }

    /// What became of the plan in percent to one decimal, half up; nil where nothing was planned.
    public var percent: String? {
      guard planned.isPositive else { return nil }
      let twice = Int128(actual.sen) * 2_000 / Int128(planned.sen)
      let tenths = (twice + (twice < 0 ? -1 : 1)) / 2
      return "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
    }
  }

  /// The year.
  public let year: BookYear
  /// Up to which event of the chain it was known.
  public let known: Knowledge
  /// Accounts that were planned or moved, by code.
  public let lines: [Line]

  /// Gathers a report.
  package init(year: BookYear, known: Knowledge, lines: [Line]) {
    self.year = year
    self.known = known
    self.lines = lines
  }
}
