import GRDB
public import KSPCore

extension Ledger {
  /// Whether a text is the code of a line of the statements, by the chart as it is now.
  ///
  /// - Throws: What reading the file can throw.
  public func hasStatementLine(_ code: String) throws(LedgerError) -> Bool {
    try store.read { db in try !financialReader(db).accounts(ofLine: code).isEmpty }
  }

  /// What stands behind a line of a financial statement in a period.
  ///
  /// ```swift
  /// let line = try ledger.explainLine("1-1200", BookPeriod(year: 2025))
  /// for account in line.accounts { print(account.code, account.closing) }
  /// ```
  ///
  /// - Parameters:
  ///   - code: The code of the line, as the statements print it.
  ///   - period: The period; nil for the year of the last book date up to today.
  ///   - asRecordedThrough: Leaves out what was recorded after this point; nil for everything.
  /// - Returns: The line with its accounts.
  /// - Throws: `account.unknown` for no line; `known.beyond`; `amount.overflow`.
  public func explainLine(
    _ code: String, _ period: BookPeriod? = nil, asRecordedThrough: KnowledgePoint? = nil
  ) throws(LedgerError) -> LineExplanation {
    let today = try today()
    return try store.read { db in
      let reader = try financialReader(db, at: asRecordedThrough)
      let accounts = try reader.accounts(ofLine: code)
      guard let first = accounts.first else { throw LedgerError.accountUnknown(code) }
      let last = try reader.lastDay(through: today) ?? today
      let period = try period ?? reader.year(of: last).period
      let before = try reader.balances(period.first.adding(days: -1))
      return LineExplanation(
        code: code, label: try reader.chart().line(of: first).label, period: period,
        known: reader.state.known,
        accounts: try accounts.map { account in
          let side = account.type.normalSide
          let moved = try reader.sides(of: account, period)
          return try LineExplanation.Account(
            code: account.code, name: account.name, normalSide: side,
            opening: side.balance(debitPositive: before[account.code] ?? .zero),
            debits: moved.debits, credits: moved.credits)
        })
    }
  }

  /// The entries behind a line, by book date and then by number, in flat memory: those that touch
  /// one of its accounts, or what stands below one.
  ///
  /// - Parameters:
  ///   - line: The line, as it was explained.
  ///   - asRecordedThrough: Leaves out what was recorded after this point; nil for everything.
  ///   - body: Gets each entry, with all its legs.
  /// - Throws: What `body` throws, or a `LedgerError` such as `known.beyond`.
  public func entries(
    behind line: LineExplanation, asRecordedThrough: KnowledgePoint? = nil,
    _ body: (PostedEntry) throws -> Void
  ) throws {
    let error = CallersError()
    try error.comingOut {
      try store.read { db in
        let reader = try financialReader(db, at: asRecordedThrough)
        let journal = try JournalReader(db, isShared: false, state: reader.state)
        let numbers = try reader.entries(
          of: reader.accounts(ofLine: line.code), line.period)
        while try numbers.step() {
          guard let entry = try journal.entry(EntryNumber(numbers.int64(0))) else { continue }
          try error.noting { try body(entry) }
        }
      }
    }
  }
}

extension FinancialReader {
  /// The accounts of a line.
  fileprivate func accounts(ofLine code: String) throws -> [StatementAccount] {
    let chart = try chart()
    return chart.accounts.filter { chart.line(of: $0).code == code }
  }

  /// A posting of the span ?1 to ?2, known by ?3, on accounts `a` of the chart or below them.
  private static func isBehind(_ accounts: String) -> String {
    """
    p.account IN (SELECT b.id FROM account a JOIN account b
        ON b.id = a.id OR (b.parent = a.id AND NOT (\(ChartSums.isOfChart("b"))))
      WHERE \(accounts))
    AND p.bookDate BETWEEN ?1 AND ?2 AND p.entry <= ?3
    """
  }

  /// What was debited and credited on an account, and below it.
  fileprivate func sides(
    of account: StatementAccount, _ period: BookPeriod
  ) throws -> (debits: Rupiah, credits: Rupiah) {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT ifnull(sum(max(p.amount, 0)), 0), ifnull(-sum(min(p.amount, 0)), 0)
        FROM posting p JOIN entry e ON e.id = p.entry
        WHERE \(Self.isBehind("a.code = ?4")) AND NOT (\(Self.isClosing(account)))
        """,
      arguments: [
        period.first.dayNumber, period.last.dayNumber, state.entry, account.code.text,
      ])
    return (
      Rupiah(sen: try row?.value(0) as Int64? ?? 0), Rupiah(sen: try row?.value(1) as Int64? ?? 0)
    )
  }

  /// The numbers of the entries that touch accounts or what stands below them.
  fileprivate func entries(
    of accounts: [StatementAccount], _ period: BookPeriod
  ) throws -> SQLStatement {
    let isResult = accounts.first.map(Self.isClosing) ?? "0"
    let list = accounts.map { "'\($0.code.text.replacing("'", with: "''"))'" }
      .joined(separator: ", ")
    let query = try SQLStatement(
      db,
      """
      SELECT e.id FROM entry e WHERE e.id IN (SELECT p.entry FROM posting p
        WHERE \(Self.isBehind("a.code IN (\(list))")))
        AND NOT (\(isResult))
      ORDER BY e.bookDate, e.id
      """, isShared: false)
    query.bind(Int64(period.first.dayNumber), at: 1)
    query.bind(Int64(period.last.dayNumber), at: 2)
    query.bind(state.entry, at: 3)
    return query
  }

  /// Whether an entry `e` closes a year, where that is no part of what an account shows.
  private static func isClosing(_ account: StatementAccount) -> String {
    [.income, .expense].contains(account.type) ? "e.kind = \(EntryKind.yearClosing.sql)" : "0"
  }
}
