/// The changes of equity (perubahan ekuitas) in a period: what each part held before, what came and
/// what went, and what it holds at the end.
public struct EquityChanges: Hashable, Sendable {
  /// One part of equity.
  public struct Line: Hashable, Sendable {
    /// The code of its line.
    public let code: String
    /// The label for people.
    public let label: Phrase
    /// What it held before the period, with what was taken over into the book within it.
    public let opening: Rupiah
    /// What came in: credits.
    public let additions: Rupiah
    /// What went out: debits.
    public let reductions: Rupiah
    /// What it holds at the end, by the balances of the book.
    public let closing: Rupiah
  }

  /// What an account of equity moved: credits and debits, and what of them was taken over.
  package struct Movement: Sendable {
    let credits: Rupiah
    let debits: Rupiah
    /// What was taken over, credit positive; no part of the credits and debits.
    let takenOver: Rupiah

    /// What an account moved.
    package init(credits: Rupiah, debits: Rupiah, takenOver: Rupiah) {
      self.credits = credits
      self.debits = debits
      self.takenOver = takenOver
    }
  }

  /// The period.
  public let period: BookPeriod
  /// Up to which event of the chain it was known.
  public let known: Knowledge
  /// The parts of equity, by code.
  public let lines: [Line]
  /// The SHU of the period, which is an addition of its line; a loss is a reduction.
  public let shu: Rupiah
  /// Whether every line comes from its opening to its closing by what came and went.
  public let balances: Bool

  /// Puts the changes together.
  ///
  /// `start` and `end` are the balances of the evening before the period and of its last one;
  /// `movements` what accounts of equity moved within it.
  ///
  /// - Throws: `amount.overflow`.
  package init(
    period: BookPeriod, known: Knowledge, chart: StatementChart, start: StatementBalances,
    end: StatementBalances, movements: [AccountCode: Movement]
  ) throws(LedgerError) {
    var lines = Lines()
    for account in chart.accounts where account.type == .equity {
      let movement = movements[account.code]
      let opening =
        try (try (start[account.code] ?? .zero).negated())
        + (movement?.takenOver ?? .zero)
      try lines.add(
        Line(
          code: chart.line(of: account).code, label: chart.line(of: account).label,
          opening: opening, additions: movement?.credits ?? .zero,
          reductions: movement?.debits ?? .zero,
          closing: try (end[account.code] ?? .zero).negated()))
    }
    let (before, after) = (
      try BalanceSheet.Day(all: start, beforeYear: [:]).results(chart).year,
      try BalanceSheet.Day(all: end, beforeYear: [:]).results(chart).year
    )
    let shu = try after - before
    let year = UnclosedResult.year(chart, shu, .zero).line
    try lines.add(
      Line(
        code: year.code, label: year.label, opening: .zero, additions: shu.orZero,
        reductions: try shu.negated().orZero, closing: shu))
    let earlier = UnclosedResult.earlier(before, before).line
    try lines.add(
      Line(
        code: earlier.code, label: earlier.label, opening: before, additions: .zero,
        reductions: .zero, closing: before))
    self.period = period
    self.known = known
    self.lines = lines.all
    self.shu = shu
    balances = lines.all.allSatisfy { line in
      line.opening.sen &+ line.additions.sen &- line.reductions.sen == line.closing.sen
    }
  }

  /// Lines in their order, those of one code added up.
  private struct Lines {
    private(set) var all: [Line] = []

    mutating func add(_ line: Line) throws(LedgerError) {
      let isEmpty = [line.opening, line.additions, line.reductions, line.closing]
        .allSatisfy(\.isZero)
      guard !isEmpty else { return }
      guard let index = all.firstIndex(where: { $0.code == line.code }) else {
        all.append(line)
        return
      }
      let other = all[index]
      all[index] = Line(
        code: line.code, label: line.label, opening: try other.opening + line.opening,
        additions: try other.additions + line.additions,
        reductions: try other.reductions + line.reductions,
        closing: try other.closing + line.closing)
    }
  }
}
