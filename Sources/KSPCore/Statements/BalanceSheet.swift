/// The balance sheet (neraca, laporan posisi keuangan) of a day, beside the same day a year before.
///
/// Assets stand as debits, liabilities and equity as credits, so that a sum is positive where
/// things are as usual. A bank account that is overdrawn stands under liabilities. The result of
/// the running year stands in equity before any closing, in the line of the account with the role
/// `shu-current`; results of earlier years that were not closed have a line of their own.
public struct BalanceSheet: Hashable, Sendable {
  /// The day.
  public let asOf: BookDate
  /// The day it is compared with.
  public let previous: BookDate
  /// Up to which event of the chain it was known.
  public let known: Knowledge
  /// Assets, liabilities and equity.
  public let sections: [StatementSection]

  /// Whether assets are liabilities and equity, on both days.
  public var balances: Bool {
    let (assets, others) = (sections[0], sections[1...])
    func holds(_ total: KeyPath<StatementSection, Rupiah>) -> Bool {
      assets[keyPath: total].sen
        == others.reduce(Int64(0)) { $0 &+ $1[keyPath: total].sen }
    }
    return holds(\.total) && holds(\.previousTotal)
  }

  /// What a day's balances say: those of the day, and those before its year began.
  package struct Day: Sendable {
    let all: StatementBalances
    let beforeYear: StatementBalances

    /// The balances of a day, and those of 31 December before.
    package init(all: StatementBalances, beforeYear: StatementBalances) {
      self.all = all
      self.beforeYear = beforeYear
    }

    /// Income less expenses: of the running year, and of the years before that were not closed.
    func results(_ chart: StatementChart) throws(LedgerError) -> (year: Rupiah, earlier: Rupiah) {
      let ever = try Self.result(all, chart)
      let earlier = try Self.result(beforeYear, chart)
      return (try ever - earlier, earlier)
    }

    private static func result(
      _ balances: StatementBalances, _ chart: StatementChart
    ) throws(LedgerError) -> Rupiah {
      var result = Rupiah.zero
      for account in chart.accounts where [.income, .expense].contains(account.type) {
        try result -= balances[account.code] ?? .zero
      }
      return result
    }
  }

  /// Puts a balance sheet together.
  ///
  /// - Throws: `amount.overflow`.
  package init(
    asOf: BookDate, previous: BookDate, known: Knowledge, chart: StatementChart, now: Day,
    before: Day
  ) throws(LedgerError) {
    var lines = StatementLines()
    for account in chart.accounts {
      let (amount, earlier) = (now.all[account.code] ?? .zero, before.all[account.code] ?? .zero)
      func part(_ amount: Rupiah, _ previous: Rupiah) -> StatementLine.Part {
        StatementLine.Part(
          code: account.code.text, name: account.name, amount: amount, previous: previous)
      }
      let line = chart.line(of: account)
      switch account.type {
      case .asset where account.marks.isBank:
        lines.add(part(amount.orZero, earlier.orZero), to: line, in: .assets)
        lines.add(
          part(try amount.negated().orZero, try earlier.negated().orZero), to: line,
          in: .liabilities)
      case .asset: lines.add(part(amount, earlier), to: line, in: .assets)
      case .liability:
        lines.add(part(try amount.negated(), try earlier.negated()), to: line, in: .liabilities)
      case .equity:
        lines.add(part(try amount.negated(), try earlier.negated()), to: line, in: .equity)
      case .income, .expense: break
      }
    }
    let (results, earlier) = (try now.results(chart), try before.results(chart))
    for result in [
      UnclosedResult.year(chart, results.year, earlier.year),
      .earlier(results.earlier, earlier.earlier),
    ] {
      lines.add(result.part, to: result.line, in: .equity)
    }
    let all = try lines.lines()
    self.asOf = asOf
    self.previous = previous
    self.known = known
    sections = [
      try StatementSection(.assets, all), try StatementSection(.liabilities, all),
      try StatementSection(.equity, all),
    ]
  }
}

/// Income less expenses that no closing has moved to equity yet, as a part of equity.
struct UnclosedResult {
  let line: (code: String, label: Phrase)
  let part: StatementLine.Part

  /// The result of the running year: in the line of the account that will take it.
  static func year(_ chart: StatementChart, _ amount: Rupiah, _ previous: Rupiah) -> Self {
    let name = Phrase(id: "Pendapatan dikurangi beban", en: "Income less expenses")
    let usual = (code: "SHU", label: Phrase(id: "SHU tahun berjalan", en: "SHU of the year"))
    return UnclosedResult(
      line: chart.holder(of: .shuCurrent).map { chart.line(of: $0) } ?? usual,
      part: StatementLine.Part(code: "SHU", name: name, amount: amount, previous: previous))
  }

  /// The results of earlier years.
  static func earlier(_ amount: Rupiah, _ previous: Rupiah) -> Self {
    let name = Phrase(
      id: "SHU tahun lalu belum ditutup", en: "SHU of earlier years, not closed")
    return UnclosedResult(
      line: ("SHU-LALU", name),
      part: StatementLine.Part(code: "SHU-LALU", name: name, amount: amount, previous: previous))
  }
}
