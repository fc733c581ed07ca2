/// What a day's balances say: those of the day, those before its year began, and what the account
/// of the running year's SHU still holds of years that are over.
package struct StatementDay: Sendable {
  package let all: StatementBalances
  package let beforeYear: StatementBalances
  /// What the account with the role `shu-current` holds of earlier years, debit positive: closed
  /// and not ratified yet.
  package let carried: Rupiah

  /// The balances of a day, those of the evening before its year began, and what is carried.
  package init(all: StatementBalances, beforeYear: StatementBalances, carried: Rupiah) {
    self.all = all
    self.beforeYear = beforeYear
    self.carried = carried
  }

  /// Income less expenses: of the running year, and of the years before that were not closed.
  package func results(_ chart: StatementChart) throws(LedgerError) -> (
    year: Rupiah, earlier: Rupiah
  ) {
    let ever = try Self.result(all, chart)
    let earlier = try Self.result(beforeYear, chart)
    return (try ever - earlier, earlier)
  }

  /// Income less expenses, as far as no closing voucher has moved them to equity.
  package static func result(
    _ balances: StatementBalances, _ chart: StatementChart
  ) throws(LedgerError) -> Rupiah {
    var result = Rupiah.zero
    for account in chart.accounts where [.income, .expense].contains(account.type) {
      try result -= balances[account.code] ?? .zero
    }
    return result
  }

  /// A part of equity, in the line in which it stands.
  struct Equity {
    let line: (code: String, label: Phrase)
    let code: String
    let name: Phrase
    let amount: Rupiah
    /// What an account holds without what is shown elsewhere; false for what is worked out.
    var isAccount = true
  }

  /// Equity as credits: the accounts, then the results that no closing has moved there. Of a chart
  /// it always has the same parts in the same order.
  func equity(_ chart: StatementChart) throws(LedgerError) -> [Equity] {
    let current = chart.holder(of: .shuCurrent)
    var parts: [Equity] = []
    for account in chart.accounts where account.type == .equity {
      let held = try (all[account.code] ?? .zero).negated()
      guard account.code == current?.code else {
        parts.append(
          Equity(
            line: chart.line(of: account), code: account.code.text, name: account.name,
            amount: held))
        continue
      }
      parts.append(
        Equity(
          line: chart.line(of: account), code: account.code.text, name: account.name,
          amount: try held + carried))
      parts.append(
        Equity(
          line: Self.undistributed(chart), code: account.code.text, name: Self.notRatified,
          amount: try carried.negated(), isAccount: false))
    }
    let results = try results(chart)
    parts.append(
      Equity(
        line: Self.current(chart), code: Self.yearsCode, name: Self.yearsResult,
        amount: results.year, isAccount: false))
    parts.append(
      Equity(
        line: Self.unclosed, code: Self.unclosed.code, name: Self.unclosed.label,
        amount: results.earlier, isAccount: false))
    return parts
  }

  // MARK: - Lines

  /// The code of what the year's income and expenses come to.
  static let yearsCode = "SHU"

  /// What they come to is called.
  static let yearsResult = Phrase(id: "Pendapatan dikurangi beban", en: "Income less expenses")

  /// What the account of the running year's SHU still holds of the year before is called.
  static let notRatified = Phrase(
    id: "SHU tahun lalu, belum disahkan", en: "SHU of the year before, not ratified")

  /// The line of the running year's SHU: that of the account which will take it.
  static func current(_ chart: StatementChart) -> (code: String, label: Phrase) {
    chart.holder(of: .shuCurrent).map { chart.line(of: $0) }
      ?? (yearsCode, Phrase(id: "SHU tahun berjalan", en: "SHU of the year"))
  }

  /// The line of the SHU of years that are over.
  static func undistributed(_ chart: StatementChart) -> (code: String, label: Phrase) {
    chart.holder(of: .shuUndistributed).map { chart.line(of: $0) } ?? unclosed
  }

  /// The line of the results of years that are over and were not closed.
  static let unclosed = (
    code: "SHU-LALU",
    label: Phrase(id: "SHU tahun lalu belum ditutup", en: "SHU of earlier years, not closed")
  )
}
