/// The income statement (perhitungan hasil usaha) of a period, beside the same period a year
/// before: income, the costs of it, and the tax on what is left. What is left after tax is the SHU.
public struct IncomeStatement: Hashable, Sendable, Codable {
  /// The SHU as equity has it: the line of the running year's SHU in the balance sheets of both
  /// ends of the period.
  public struct InEquity: Hashable, Sendable, Codable {
    /// What it held on the first morning.
    public let opening: Rupiah
    /// What else moved it: entries in its accounts, and years that were over within the period.
    public let others: Rupiah
    /// What it holds on the last evening.
    public let closing: Rupiah

    /// The line at both ends.
    package init(opening: Rupiah, others: Rupiah, closing: Rupiah) {
      self.opening = opening
      self.others = others
      self.closing = closing
    }
  }

  /// The period.
  public let period: BookPeriod
  /// The period it is compared with.
  public let previous: BookPeriod
  /// Up to which event of the chain it was known.
  public let known: Knowledge
  /// Income, costs, and tax on income.
  public let sections: [StatementSection]
  /// Income less costs and tax.
  public let shu: Rupiah
  /// The same in the period before.
  public let previousShu: Rupiah
  /// The SHU as equity has it.
  public let inEquity: InEquity

  /// Whether the SHU is what equity gained by it.
  public var agrees: Bool {
    inEquity.opening.sen &+ inEquity.others.sen &+ shu.sen == inEquity.closing.sen
  }

  /// Puts an income statement together of what each account moved, debit positive.
  ///
  /// - Throws: `amount.overflow`.
  package init(
    period: BookPeriod, previous: BookPeriod, known: Knowledge, chart: StatementChart,
    now: StatementBalances, before: StatementBalances, inEquity: InEquity
  ) throws(LedgerError) {
    var lines = StatementLines()
    for account in chart.accounts where [.income, .expense].contains(account.type) {
      let side = account.type.normalSide
      let part = StatementLine.Part(
        code: account.code.text, name: account.name,
        amount: try side.balance(debitPositive: now[account.code] ?? .zero),
        previous: try side.balance(debitPositive: before[account.code] ?? .zero))
      lines.add(part, to: chart.line(of: account), in: Self.section(of: account))
    }
    let all = try lines.lines()
    let (income, costs, tax) = (
      try StatementSection(.income, all), try StatementSection(.costs, all),
      try StatementSection(.tax, all)
    )
    self.period = period
    self.previous = previous
    self.inEquity = inEquity
    self.known = known
    sections = [income, costs, tax]
    shu = try income.total - (try costs.total + tax.total)
    previousShu = try income.previousTotal - (try costs.previousTotal + tax.previousTotal)
  }
  /// The section of an account of income or expense.
  static func section(of account: StatementAccount) -> StatementSection.Name {
    guard account.type != .income else { return .income }
    return account.roles.contains(.incomeTax) ? .tax : .costs
  }
}
