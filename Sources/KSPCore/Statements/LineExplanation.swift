/// What stands behind a line of a financial statement in a period: its accounts, with what they
/// held before, what was debited and credited, and what they hold at the end. What its accounts
/// hold at the end comes to what the statement prints.
///
/// A line of the balance sheet begins with what was held before the period; one of income, costs
/// or cash flow begins with nothing. The SHU of a year consists of the accounts of income and
/// expenses that it stands for, also when the year was closed: closing a year is no part of a line.
/// Which year is over is seen from the last day of the period.
///
/// The entries behind it are read one after another: `Ledger.entries(behind:asRecordedThrough:_:)`.
public struct LineExplanation: Hashable, Sendable, Codable {
  /// One account; an account that members or loans stand below counts with all of them.
  public struct Account: Hashable, Sendable, Codable {
    /// Its code.
    public let code: AccountCode
    /// Its name.
    public let name: Phrase
    /// The section in which its line shows it; a bank account that is overdrawn at the end stands
    /// under liabilities.
    public let section: StatementSection.Name
    /// The side on which the line shows what comes to it: an expense makes an SHU smaller.
    public let side: Side
    /// What it held before the period, on that side.
    public let opening: Rupiah
    /// What was debited.
    public let debits: Rupiah
    /// What was credited.
    public let credits: Rupiah
    /// What it holds at the end, on that side.
    public let closing: Rupiah

    /// A source of a line with what moved it.
    ///
    /// - Parameters:
    ///   - source: The account, and what of it counts.
    ///   - opening: What it held before, debit positive.
    ///   - debits: What was debited.
    ///   - credits: What was credited.
    /// - Throws: `amount.overflow`.
    package init(
      _ source: LineSource, opening: Rupiah, debits: Rupiah, credits: Rupiah
    ) throws(LedgerError) {
      let closing = try opening + debits - credits
      let isOverdrawn =
        source.account.marks.isBank && source.share == .balance && closing.isNegative
      code = source.account.code
      name = source.name
      section = isOverdrawn ? .liabilities : source.section
      side = isOverdrawn ? .credit : source.side
      self.opening = try side.balance(debitPositive: opening)
      self.debits = debits
      self.credits = credits
      self.closing = try side.balance(debitPositive: closing)
    }

    fileprivate var isEmpty: Bool { [opening, debits, credits].allSatisfy(\.isZero) }
  }

  /// What a statement prints for the line in one of its sections.
  public struct Figure: Hashable, Sendable, Codable {
    /// The section.
    public let section: StatementSection.Name
    /// The amount, in the natural sign of the section.
    public let amount: Rupiah
  }

  /// The code of the line.
  public let code: String
  /// The label for people.
  public let label: Phrase
  /// Whether it is a line of the cash flow.
  public let isCashFlow: Bool
  /// The period.
  public let period: BookPeriod
  /// Up to which event of the chain it was known.
  public let known: Knowledge
  /// The accounts of the line, by code.
  public let accounts: [Account]
  /// What the statements print: a figure for each section that has the line, mostly one; two where
  /// a line of banks has the code of one that is overdrawn.
  public let figures: [Figure]

  /// Gathers a line of all its sources; those that stand in other lines too are left out where
  /// nothing of them comes to this one, and so are banks that are overdrawn, which have a line of
  /// their own.
  ///
  /// - Throws: `amount.overflow`.
  package init(
    code: String, label: Phrase, isCashFlow: Bool, period: BookPeriod, known: Knowledge,
    sources: [(source: LineSource, account: Account)]
  ) throws(LedgerError) {
    self.code = code
    self.label = label
    self.isCashFlow = isCashFlow
    self.period = period
    self.known = known
    let accounts = sources.filter { source, account in
      let isElsewhere = account.section != source.section && account.code.text != code
      return !isElsewhere && !(source.isDerived && account.isEmpty)
    }.map(\.account)
    var figures: [Figure] = []
    for section in accounts.map(\.section) + sources.map(\.source.section).prefix(1)
    where !figures.contains(where: { $0.section == section }) {
      let held = accounts.filter { $0.section == section }
      guard !held.isEmpty || figures.isEmpty else { continue }
      figures.append(Figure(section: section, amount: try held.map(\.closing).sum()))
    }
    self.accounts = accounts
    self.figures = figures
  }
}
