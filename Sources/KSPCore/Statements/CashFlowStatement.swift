/// The cash flow (arus kas) of a period by the direct method, beside the same period a year before.
///
/// A voucher that touches cash is shown gross with all its other legs: money that came in is
/// positive. One that touches no cash is left out and counted; moves between cash accounts are
/// nothing. What was taken over into the book within the period is part of the opening.
public struct CashFlowStatement: Hashable, Sendable, Codable {
  /// What happened to cash in a period.
  public struct Facts: Hashable, Sendable, Codable {
    /// What the other legs of vouchers with cash moved, debit positive.
    let legs: [AccountCode: Rupiah]
    /// Cash and banks before the period, with what was taken over within it.
    public let opening: Rupiah
    /// Cash and banks at its end, by the balances of the book.
    public let closing: Rupiah
    /// How many vouchers touched no cash.
    public let withoutCash: Int
    /// What they moved.
    public let withoutCashAmount: Rupiah

    /// What happened to cash.
    package init(
      legs: StatementBalances, opening: Rupiah, closing: Rupiah, withoutCash: Int,
      withoutCashAmount: Rupiah
    ) {
      self.legs = legs
      self.opening = opening
      self.closing = closing
      self.withoutCash = withoutCash
      self.withoutCashAmount = withoutCashAmount
    }
  }

  /// The period.
  public let period: BookPeriod
  /// The period it is compared with.
  public let previous: BookPeriod
  /// Up to which event of the chain it was known.
  public let known: Knowledge
  /// Operating, investing and financing.
  public let sections: [StatementSection]
  /// What happened to cash in the period.
  public let facts: Facts
  /// The same in the period before.
  public let previousFacts: Facts

  /// Whether opening and flows come to the cash that the book holds, in both periods.
  public var balances: Bool {
    func holds(_ facts: Facts, _ total: KeyPath<StatementSection, Rupiah>) -> Bool {
      sections.reduce(facts.opening.sen) { $0 &+ $1[keyPath: total].sen } == facts.closing.sen
    }
    return holds(facts, \.total) && holds(previousFacts, \.previousTotal)
  }

  /// Puts a cash flow together.
  ///
  /// - Throws: `amount.overflow`.
  package init(
    period: BookPeriod, previous: BookPeriod, known: Knowledge, chart: StatementChart, now: Facts,
    before: Facts
  ) throws(LedgerError) {
    var lines = StatementLines()
    for account in chart.accounts where !account.marks.isCash {
      let part = StatementLine.Part(
        code: account.code.text, name: account.name,
        amount: try (now.legs[account.code] ?? .zero).negated(),
        previous: try (before.legs[account.code] ?? .zero).negated())
      lines.add(part, to: chart.line(of: account), in: Self.section(of: account))
    }
    let all = try lines.lines()
    self.period = period
    self.previous = previous
    self.known = known
    sections = [
      try StatementSection(.operating, all), try StatementSection(.investing, all),
      try StatementSection(.financing, all),
    ]
    facts = now
    previousFacts = before
  }

  private static let investing: Set<AccountRole> = [
    .fixedAsset, .accumulatedDepreciation, .disposalGain, .disposalLoss,
  ]

  private static let financing: Set<AccountRole> = [.borrowing, .shuPayable]

  /// Equity, SHU that is paid and borrowings are financing; fixed assets, what was written off of
  /// them and what they bring beyond or below the rest are investing; and the rest is what a
  /// cooperative of savings and loans does every day.
  static func section(of account: StatementAccount) -> StatementSection.Name {
    let isInvesting = !investing.isDisjoint(with: account.roles)
    if isInvesting { return .investing }
    let isFinancing =
      account.type == .equity || !financing.isDisjoint(with: account.roles)
    return isFinancing ? .financing : .operating
  }
}
