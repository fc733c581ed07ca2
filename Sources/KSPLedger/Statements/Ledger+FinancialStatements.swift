import GRDB
public import KSPCore

extension Ledger {
  /// The balance sheet (neraca) of a day, beside the same day a year before.
  ///
  /// - Parameters:
  ///   - date: The day; nil for the last book date up to today, or today where there is none.
  ///   - asRecordedThrough: Leaves out what was recorded after this point; nil for everything.
  /// - Returns: The balance sheet; it says whether it balances.
  /// - Throws: `known.beyond`; `period.beforeBook` for a day before the opening balances.
  public func balanceSheet(
    asOf date: BookDate? = nil, asRecordedThrough: KnowledgePoint? = nil
  ) throws(LedgerError) -> BalanceSheet {
    try statement(asRecordedThrough) { reader, today in
      let asOf = try date ?? reader.lastDay(through: today) ?? today
      if date != nil { try reader.requireInBook(through: asOf, countingOpenings: true) }
      let previous = try asOf.aYearBefore()
      let controls = try reader.controls(asOf, catalog(reader.db))
      return try BalanceSheet(
        asOf: asOf, previous: previous, known: reader.state.known, chart: reader.chart(),
        now: reader.day(asOf), before: reader.day(previous), controls: controls)
    }
  }

  /// The income statement (perhitungan hasil usaha) of a period, beside the same a year before.
  ///
  /// - Parameters:
  ///   - period: The period; nil for the year of the last book date up to today.
  ///   - asRecordedThrough: Leaves out what was recorded after this point; nil for everything.
  /// - Returns: The income statement with the SHU.
  /// - Throws: `known.beyond`; `period.beforeBook` for a period that ended before the book.
  public func incomeStatement(
    _ period: BookPeriod? = nil, asRecordedThrough: KnowledgePoint? = nil
  ) throws(LedgerError) -> IncomeStatement {
    try statement(asRecordedThrough) { reader, today in
      let period = try wanted(period, reader, today)
      let previous = try period.aYearBefore()
      let chart = try reader.chart()
      return try IncomeStatement(
        period: period, previous: previous, known: reader.state.known, chart: chart,
        now: reader.movements(period), before: reader.movements(previous),
        inEquity: reader.shuInEquity(period, chart))
    }
  }

  /// The changes of equity (perubahan ekuitas) in a period, beside the same a year before.
  ///
  /// - Parameters:
  ///   - period: The period; nil for the year of the last book date up to today.
  ///   - asRecordedThrough: Leaves out what was recorded after this point; nil for everything.
  /// - Returns: The changes of equity; they say whether they agree.
  /// - Throws: `known.beyond`; `period.beforeBook` for a period that ended before the book.
  public func equityChanges(
    _ period: BookPeriod? = nil, asRecordedThrough: KnowledgePoint? = nil
  ) throws(LedgerError) -> EquityChanges {
    try statement(asRecordedThrough) { reader, today in
      let period = try wanted(period, reader, today)
      let previous = try period.aYearBefore()
      let chart = try reader.chart()
      return try EquityChanges(
        period: period, previous: previous, known: reader.state.known, chart: chart,
        now: reader.equityFacts(period, chart, reader.equity(period)),
        before: reader.equityFacts(previous, chart, reader.equity(previous)))
    }
  }

  /// The cash flow (arus kas) of a period by the direct method, beside the same a year before.
  ///
  /// - Parameters:
  ///   - period: The period; nil for the year of the last book date up to today.
  ///   - asRecordedThrough: Leaves out what was recorded after this point; nil for everything.
  /// - Returns: The cash flow; it says whether it ends at cash and banks.
  /// - Throws: `known.beyond`; `period.beforeBook` for a period that ended before the book.
  public func cashFlow(
    _ period: BookPeriod? = nil, asRecordedThrough: KnowledgePoint? = nil
  ) throws(LedgerError) -> CashFlowStatement {
    try statement(asRecordedThrough) { reader, today in
      let period = try wanted(period, reader, today)
      let previous = try period.aYearBefore()
      let chart = try reader.chart()
      return try CashFlowStatement(
        period: period, previous: previous, known: reader.state.known, chart: chart,
        now: reader.cash(period, chart), before: reader.cash(previous, chart))
    }
  }

  private func statement<Statement>(
    _ point: KnowledgePoint?, _ make: (FinancialReader, BookDate) throws -> Statement
  ) throws(LedgerError) -> Statement {
    let today = try today()
    return try store.read { db in try make(financialReader(db, at: point), today) }
  }

  /// What statements are read with: all that is known, or was known at a point.
  func financialReader(
    _ db: Database, at point: KnowledgePoint? = nil
  ) throws -> FinancialReader {
    FinancialReader(
      db: db, state: try knownState(db, at: point), settings: try catalog(db).settings)
  }

  /// The period that is asked for, or the year of the last book date; before there is one but
  /// opening balances, the first year of the book.
  func wanted(
    _ period: BookPeriod?, _ reader: FinancialReader, _ today: BookDate
  ) throws -> BookPeriod {
    guard let period else {
      let last = try reader.lastDay(through: today) ?? today
      return try reader.year(of: max(last, reader.firstMonth.firstDay)).period
    }
    try reader.requireInBook(through: period.last)
    return period
  }
}
