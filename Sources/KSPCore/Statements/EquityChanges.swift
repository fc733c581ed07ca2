/// The changes of equity (perubahan ekuitas) in a period: what each part held before, what came and
/// what went, and what it holds at the end.
///
/// Opening and closing are the lines of the balance sheets of both ends, the opening as it stands
/// on the first morning: the SHU of a year that is over stands with the SHU that was not divided.
/// Where a year ends within the period its SHU goes on from the line of the running year to that
/// one; closing and ratifying a year move nothing between lines.
public struct EquityChanges: Hashable, Sendable, Codable {
  /// What happened to a part of equity, or to all of it, in a period.
  public struct Flow: Hashable, Sendable, Codable {
    /// What it held before the period, with what was taken over into the book within it.
    public let opening: Rupiah
    /// What else came in: credits.
    public let received: Rupiah
    /// What else went out: debits.
    public let taken: Rupiah
    /// The SHU of the period; negative for a loss.
    public let shu: Rupiah
    /// What the division of an SHU brought; negative for what it took.
    public let distributed: Rupiah
    /// What it holds at the end, by the balances of the book.
    public let closing: Rupiah

    fileprivate init(
      opening: Rupiah = .zero, received: Rupiah = .zero, taken: Rupiah = .zero,
      shu: Rupiah = .zero, distributed: Rupiah = .zero, closing: Rupiah = .zero
    ) {
      self.opening = opening
      self.received = received
      self.taken = taken
      self.shu = shu
      self.distributed = distributed
      self.closing = closing
    }

    /// Whether it comes from its opening to its closing by what came and went.
    fileprivate var balances: Bool {
      opening.sen &+ received.sen &- taken.sen &+ shu.sen &+ distributed.sen == closing.sen
    }

    fileprivate var isEmpty: Bool { self == Flow() }

    fileprivate static func + (a: Flow, b: Flow) throws(LedgerError) -> Flow {
      Flow(
        opening: try a.opening + b.opening, received: try a.received + b.received,
        taken: try a.taken + b.taken, shu: try a.shu + b.shu,
        distributed: try a.distributed + b.distributed, closing: try a.closing + b.closing)
    }
  }

  /// One part of equity.
  public struct Line: Hashable, Sendable, Codable {
    /// The code of its line.
    public let code: String
    /// The label for people.
    public let label: Phrase
    /// What happened in the period.
    public let now: Flow
    /// The same a year before.
    public let before: Flow

    /// What it held before the period.
    public var opening: Rupiah { now.opening }
    /// What it holds at the end.
    public var closing: Rupiah { now.closing }

    fileprivate init(code: String, label: Phrase, now: Flow, before: Flow) {
      self.code = code
      self.label = label
      self.now = now
      self.before = before
    }
  }

  /// What an account of equity moved: credits and debits, and beside them what was taken over and
  /// what the division of an SHU moved.
  package struct Movement: Sendable {
    let credits: Rupiah
    let debits: Rupiah
    /// What was taken over, credit positive; no part of the credits and debits.
    let takenOver: Rupiah
    /// What the division of an SHU moved, credit positive; no part of them either.
    let distributed: Rupiah

    /// What an account moved.
    package init(
      credits: Rupiah, debits: Rupiah, takenOver: Rupiah, distributed: Rupiah = .zero
    ) {
      self.credits = credits
      self.debits = debits
      self.takenOver = takenOver
      self.distributed = distributed
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

    /// What became of the line of the running year's SHU, beside the SHU itself.
    ///
    /// - Throws: `amount.overflow`.
    package func shuInEquity(
      _ chart: StatementChart
    ) throws(LedgerError) -> IncomeStatement.InEquity {
      let code = StatementDay.current(chart).code
      func held(_ day: StatementDay) throws(LedgerError) -> Rupiah {
        try day.equity(chart).filter { $0.line.code == code }.map(\.amount).sum()
      }
      var others = try (moved.carried + moved.unclosed).negated()
      for account in chart.accounts where account.type == .equity {
        guard chart.line(of: account).code == code, let own = movements[account.code] else {
          continue
        }
        try others += own.credits - own.debits + own.takenOver + own.distributed
      }
      return IncomeStatement.InEquity(
        opening: try held(start), others: others, closing: try held(end))
    }

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
  /// The period it is compared with.
  public let previous: BookPeriod
  /// Up to which event of the chain it was known.
  public let known: Knowledge
  /// The parts of equity, by code; none that was empty in both periods.
  public let lines: [Line]
  /// What happened to all of equity.
  public let total: Flow
  /// The same a year before.
  public let previousTotal: Flow
  /// Whether every line comes from its opening to its closing by what came and went, in both
  /// periods.
  public let balances: Bool

  /// The SHU of the period, an addition of its line; a loss is a reduction.
  public var shu: Rupiah { total.shu }

  /// Puts the changes together.
  ///
  /// - Throws: `amount.overflow`.
  package init(
    period: BookPeriod, previous: BookPeriod, known: Knowledge, chart: StatementChart,
    now: Facts, before: Facts
  ) throws(LedgerError) {
    var lines: [Line] = []
    // Of a chart there are always the same parts in the same order.
    for (now, before) in zip(try Self.parts(now, chart), try Self.parts(before, chart))
    where !now.flow.isEmpty || !before.flow.isEmpty {
      let index = lines.firstIndex { $0.code == now.line.code }
      let other = index.map { lines[$0] }
      let line = Line(
        code: now.line.code, label: other?.label ?? now.line.label,
        now: try (other?.now ?? Flow()) + now.flow,
        before: try (other?.before ?? Flow()) + before.flow)
      if let index { lines[index] = line } else { lines.append(line) }
    }
    self.period = period
    self.previous = previous
    self.known = known
    self.lines = lines
    (total, previousTotal) = (try Self.sum(lines.map(\.now)), try Self.sum(lines.map(\.before)))
    balances = lines.allSatisfy { $0.now.balances && $0.before.balances }
  }

  private static func sum(_ flows: [Flow]) throws(LedgerError) -> Flow {
    var sum = Flow()
    for flow in flows { sum = try sum + flow }
    return sum
  }

  /// What each part of equity says of a period: the accounts, then what is worked out.
  private static func parts(
    _ facts: Facts, _ chart: StatementChart
  ) throws(LedgerError) -> [(line: (code: String, label: Phrase), flow: Flow)] {
    var parts: [(line: (code: String, label: Phrase), flow: Flow)] = []
    for (start, end) in zip(try facts.start.equity(chart), try facts.end.equity(chart)) {
      let movement =
        start.isAccount
        ? chart.accounts.first { $0.code.text == start.code }.flatMap { facts.movements[$0.code] }
        : nil
      parts.append(
        (
          start.line,
          Flow(
            opening: try start.amount + (movement?.takenOver ?? .zero),
            received: movement?.credits ?? .zero, taken: movement?.debits ?? .zero,
            distributed: movement?.distributed ?? .zero, closing: end.amount)
        ))
    }
    let (current, moved) = (StatementDay.current(chart), facts.moved)
    parts.append((current, Flow(shu: facts.shu)))
    for (line, amount) in [
      (current, try (moved.carried + moved.unclosed).negated()),
      (StatementDay.undistributed(chart), moved.carried), (StatementDay.unclosed, moved.unclosed),
    ] {
      parts.append((line, Flow(received: amount.orZero, taken: try amount.negated().orZero)))
    }
    return parts
  }
}
