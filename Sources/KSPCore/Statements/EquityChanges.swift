/// The changes of equity (perubahan ekuitas) in a period: what each part held before, what came and
/// what went, and what it holds at the end.
///
/// Opening and closing are the lines of the balance sheets of both ends, the opening as it stands
/// on the first morning: the SHU of a year that is over stands with the SHU that was not divided.
/// Where a year ends within the period its SHU goes on from the line of the running year to that
/// one; closing and ratifying a year move nothing between lines.
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

  /// What a period's book says.
  package struct Facts: Sendable {
    let start: StatementDay
    let end: StatementDay
    /// What accounts of equity moved, without closing and ratifying years.
    let movements: [AccountCode: Movement]
    /// Income less expenses of the period.
    let shu: Rupiah
    /// What became of the year of the first day: what of the account of the running year's SHU, and
    /// of results that were not closed, the book still holds of the years before that of the last
    /// day, beyond what it held of them on the first morning. Credit positive.
    let moved: (carried: Rupiah, unclosed: Rupiah)

    /// What a period's book says.
    ///
    /// - Parameters:
    ///   - start: The evening before the period, as the first day sees it.
    ///   - end: The last evening.
    ///   - movements: What accounts of equity moved.
    ///   - shu: Income less expenses of the period.
    ///   - moved: What went on to the lines of years that are over.
    package init(
      start: StatementDay, end: StatementDay, movements: [AccountCode: Movement], shu: Rupiah,
      moved: (carried: Rupiah, unclosed: Rupiah)
    ) {
      self.start = start
      self.end = end
      self.movements = movements
      self.shu = shu
      self.moved = moved
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
  /// - Throws: `amount.overflow`.
  package init(
    period: BookPeriod, known: Knowledge, chart: StatementChart, facts: Facts
  ) throws(LedgerError) {
    var lines = Lines()
    for (start, end) in zip(try facts.start.equity(chart), try facts.end.equity(chart)) {
      let movement =
        start.isAccount
        ? chart.accounts.first { $0.code.text == start.code }.flatMap { facts.movements[$0.code] }
        : nil
      try lines.add(
        Line(
          code: start.line.code, label: start.line.label,
          opening: try start.amount + (movement?.takenOver ?? .zero),
          additions: movement?.credits ?? .zero, reductions: movement?.debits ?? .zero,
          closing: end.amount))
    }
    let (current, moved) = (StatementDay.current(chart), facts.moved)
    for (line, amount) in [
      (current, facts.shu), (current, try (moved.carried + moved.unclosed).negated()),
      (StatementDay.undistributed(chart), moved.carried), (StatementDay.unclosed, moved.unclosed),
    ] {
      try lines.add(
        Line(
          code: line.code, label: line.label, opening: .zero, additions: amount.orZero,
          reductions: try amount.negated().orZero, closing: .zero))
    }
    self.period = period
    self.known = known
    self.lines = lines.all
    shu = facts.shu
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
