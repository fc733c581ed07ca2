import GRDB
public import KSPCore

extension Ledger {
  /// Whether a text is the code of a line of the statements, or of what unfolded lines show, by the
  /// chart as it is now.
  ///
  /// - Parameters:
  ///   - code: What may be one.
  ///   - inCashFlow: Whether the cash flow is asked; otherwise balance sheet and income statement.
  /// - Returns: Whether one of these statements has it.
  /// - Throws: What reading the file can throw.
  public func hasStatementLine(
    _ code: String, inCashFlow: Bool = false
  ) throws(LedgerError) -> Bool {
    try store.read { db in
      try financialReader(db).chart().line(code, isCashFlow: inCashFlow) != nil
    }
  }

  /// What stands behind a line of the balance sheet or the income statement in a period.
  ///
  /// ```swift
  /// let line = try ledger.explainLine("1-1200", BookPeriod(year: 2025))
  /// for account in line.accounts { print(account.code, account.closing) }
  /// ```
  ///
  /// - Parameters:
  ///   - code: The code of the line, as the statements print it, or of an account in it; `SHU` is
  ///     what income and expenses of the year come to.
  ///   - period: The period; nil for the year of the last book date up to today.
  ///   - asRecordedThrough: Leaves out what was recorded after this point; nil for everything.
  /// - Returns: The line with its accounts, which come to what the balance sheet of the last day,
  ///   or the income statement of the period, prints.
  /// - Throws: `account.unknown` for no line; `known.beyond`; `amount.overflow`.
  public func explainLine(
    _ code: String, _ period: BookPeriod? = nil, asRecordedThrough: KnowledgePoint? = nil
  ) throws(LedgerError) -> LineExplanation {
    try explain(code, isCashFlow: false, period, asRecordedThrough)
  }

  /// What stands behind a line of the cash flow in a period: of the vouchers that touch cash.
  ///
  /// - Parameters:
  ///   - code: The code of the line, as the cash flow prints it, or of an account in it.
  ///   - period: The period; nil for the year of the last book date up to today.
  ///   - asRecordedThrough: Leaves out what was recorded after this point; nil for everything.
  /// - Returns: The line with its accounts, which come to what the cash flow prints; money that
  ///   came in is positive.
  /// - Throws: `account.unknown` for no line, cash among them; `known.beyond`; `amount.overflow`.
  public func explainCashFlow(
    _ code: String, _ period: BookPeriod? = nil, asRecordedThrough: KnowledgePoint? = nil
  ) throws(LedgerError) -> LineExplanation {
    try explain(code, isCashFlow: true, period, asRecordedThrough)
  }

  private func explain(
    _ code: String, isCashFlow: Bool, _ period: BookPeriod?, _ point: KnowledgePoint?
  ) throws(LedgerError) -> LineExplanation {
    let today = try today()
    return try store.read { db in
      let reader = try financialReader(db, at: point)
      guard let line = try reader.chart().line(code, isCashFlow: isCashFlow) else {
        throw LedgerError.accountUnknown(code)
      }
      let period = try wanted(period, reader, today)
      return try LineExplanation(
        code: code, label: line.label, isCashFlow: isCashFlow, period: period,
        known: reader.state.known, sources: LineReader(reader, period).accounts(line.sources))
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
    guard !line.accounts.isEmpty else { return }
    let error = CallersError()
    try error.comingOut {
      try store.read { db in
        let reader = try financialReader(db, at: asRecordedThrough)
        let journal = try JournalReader(db, isShared: false, state: reader.state)
        guard let found = try reader.chart().line(line.code, isCashFlow: line.isCashFlow) else {
          throw LedgerError.accountUnknown(line.code)
        }
        let codes = Set(line.accounts.map(\.code))
        let numbers = try LineReader(reader, line.period).entries(
          found.sources.filter { codes.contains($0.account.code) })
        while try numbers.step() {
          guard let entry = try journal.entry(EntryNumber(numbers.int64(0))) else { continue }
          try error.noting { try body(entry) }
        }
      }
    }
  }
}
