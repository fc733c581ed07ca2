/// Planned savings as they stand on a day (kartu simpanan berencana): months that are paid, and
/// months that are not.
public struct PlannedSavingsCard: Hashable, Sendable, Codable {
  /// How they stand.
  public enum State: String, TermWord {
    /// They run.
    case running
    /// Too many months were missed: ordinary savings at the lower rate of the term.
    case lapsed
    /// They were given up: ordinary savings at the lower rate of the term.
    case ended
    /// The term is over, and they wait to be paid out.
    case matured
    /// The term is over, and they stay: ordinary savings at the product's rate.
    case over
    /// They were paid out.
    case paid
    /// The account is closed.
    case closed

    /// The name for people.
    public var name: Phrase {
      switch self {
      case .running: Phrase(id: "berjalan", en: "running")
      case .lapsed: Phrase(id: "gugur", en: "lapsed")
      case .ended: Phrase(id: "dihentikan", en: "given up")
      case .matured: Phrase(id: "jatuh tempo", en: "matured")
      case .over: Phrase(id: "selesai", en: "over")
      case .paid: Phrase(id: "dicairkan", en: "paid out")
      case .closed: Phrase(id: "ditutup", en: "closed")
      }
    }
  }

  /// One month.
  public struct Line: Hashable, Sendable, Codable {
    /// How a month stands.
    public enum Standing: String, TermWord {
      /// It is paid.
      case paid
      /// It is over and not paid.
      case missed
      /// It is not over yet, nor paid.
      case open

      /// The name for people.
      public var name: Phrase {
        switch self {
        case .paid: Phrase(id: "lunas", en: "paid")
        case .missed: Phrase(id: "tertunggak", en: "missed")
        case .open: Phrase(id: "belum", en: "open")
        }
      }
    }

    /// The month.
    public let month: BookMonth
    /// What was brought in it, whichever months that pays.
    public let brought: Rupiah
    /// What was brought until its end.
    public let total: Rupiah
    /// How it stands on the day of the card.
    public let standing: Standing
  }

  /// The savings.
  public let savings: PlannedSavings
  /// The day.
  public let asOf: BookDate
  /// The day from which they are free.
  public let maturity: BookDate
  /// The balance on the day, with interest.
  public let balance: Rupiah
  /// How they stand.
  public let state: State
  /// The months up to that of the day, or to the last one that counts.
  public let lines: [Line]
  /// What was brought.
  public let brought: Rupiah
  /// How many months are paid, also those to come.
  public let paid: Int
  /// How many months are over and not paid; of savings that lapsed, until they did.
  public let missed: Int
  /// What would pay those; zero once nothing is owed any more, because they lapsed, were given up
  /// or were paid out.
  public let owed: Rupiah
  /// The month with which they lapsed; nil where they did not.
  public let lapsedWith: BookMonth?

  /// Works out how savings stand on a day; months up to `closed` are closed, and decide.
  ///
  /// - Throws: `amount.overflow`, `date.unreadable` at the end of the calendar.
  package init(
    _ savings: PlannedSavings, on day: BookDate, closedThrough closed: BookMonth?, balance: Rupiah
  ) throws(LedgerError) {
    self.savings = savings
    asOf = day
    maturity = try savings.maturity()
    self.balance = balance
    let ending = savings.ending.flatMap { $0.day <= day ? $0 : nil }
    let isClosed = savings.closedOn.map { $0 <= day } ?? false
    let settled = day == day.month.lastDay ? day.month : try? day.month.previous()
    let known = closed.flatMap { closed in settled.map { min($0, closed) } }
    lapsedWith = if let known { try savings.lapse(through: known) } else { nil }
    state = Self.state(
      isClosed: isClosed, ending, isLapsed: lapsedWith != nil,
      isMature: maturity <= day, stays: savings.payTo == nil)
    brought = try savings.deposits.filter { $0.date <= day }.map(\.amount).sum()
    paid = savings.monthsPaid(by: brought)
    // What is brought after the lapse pays no month.
    let counting = lapsedWith?.lastDay ?? day
    let counted = savings.monthsPaid(
      by: try savings.deposits.filter { $0.date <= min(counting, day) }.map(\.amount).sum())
    lines = try Self.lines(savings, day, lapsedWith, paid: counted)
    missed = lines.count { $0.standing == .missed }
    owed =
      missed == 0 || lapsedWith != nil || ending != nil
      ? .zero
      : try Rupiah(
        wideSen: Int128(savings.monthly.sen) * Int128(paid + missed) - Int128(brought.sen))
  }

  private static func state(
    isClosed: Bool, _ ending: PlannedSavings.Ending?, isLapsed: Bool, isMature: Bool, stays: Bool
  ) -> State {
    if isClosed { return .closed }
    if let ending { return ending.entry == nil ? .ended : .paid }
    if isLapsed { return isMature ? .over : .lapsed }
    guard isMature else { return .running }
    return stays ? .over : .matured
  }

  /// The months that have begun on a day, up to the last one, that in which it ended, or that with
  /// which it lapsed.
  private static func lines(
    _ savings: PlannedSavings, _ day: BookDate, _ lapse: BookMonth?, paid: Int
  ) throws(LedgerError) -> [Line] {
    var last = min(day.month, try savings.lastMonth())
    for end in [savings.ending?.day, savings.closedOn].compactMap(\.self) where end <= day {
      last = min(last, end.month)
    }
    if let lapse { last = min(last, lapse) }
    var lines: [Line] = []
    var rest = savings.deposits.filter { $0.date <= day }[...]
    var (month, total) = (savings.firstMonth, Rupiah.zero)
    while month <= last {
      var brought = Rupiah.zero
      while let next = rest.first, next.date <= month.lastDay {
        try brought += next.amount
        rest.removeFirst()
      }
      try total += brought
      let isOver = month.lastDay <= day
      lines.append(
        Line(
          month: month, brought: brought, total: total,
          standing: lines.count < paid ? .paid : isOver ? .missed : .open))
      month = try month.next()
    }
    return lines
  }

  /// Whether the savings stay where they are: what is taken from them waits for the maturity.
  package var isLocked: Bool { state == .running || state == .matured }
}

extension PlannedSavingsCard: Identifiable {
  /// Its account.
  public var id: AccountCode { savings.account }
}
