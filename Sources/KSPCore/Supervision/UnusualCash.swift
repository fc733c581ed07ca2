/// Cash of members that a supervisor asks about: much on a day, much in small parts, and what came
/// and left again at once (transaksi tunai besar).
///
/// Nothing is said of why: it is a list to look at, not a judgement.
public struct UnusualCash: Hashable, Sendable, Codable {
  /// Why it is on the list.
  public enum Reason: String, CaseIterable, Sendable, Codable {
    /// More than the limit, paid in or taken out by a member on one day.
    case aboveLimit
    /// More than the limit within seven days, and on no day of them.
    case inParts
    /// A fifth of the limit or more that left in cash within three days, nine tenths of it or more.
    case passedThrough

    /// What it is called.
    public var name: Phrase {
      switch self {
      case .aboveLimit: Phrase(id: "di atas batas sehari", en: "above the limit of a day")
      case .inParts: Phrase(id: "di atas batas dalam tujuh hari", en: "in parts within seven days")
      case .passedThrough: Phrase(id: "masuk lalu keluar lagi", en: "in and out again")
      }
    }
  }

  /// One line of the list.
  public struct Line: Hashable, Sendable, Codable {
    /// The member.
    public let member: MemberNumber
    /// The member's name.
    public let name: String
    /// Why.
    public let reason: Reason
    /// The first and the last day of it.
    public let period: BookPeriod
    /// What came in.
    public let received: Rupiah
    /// What went out.
    public let paid: Rupiah
    /// How many movements of cash.
    public let count: Int
  }

  /// The days.
  public let period: BookPeriod
  /// The limit of a day.
  public let limit: Rupiah
  /// The lines, by day and member.
  public let lines: [Line]

  /// Rp500 million a day, from which on cash is reported to PPATK.
  public static let usualLimit: Rupiah = 500_000_000

  /// How many days before a period have a say in it.
  package static let reach = 6

  /// Looks through a cash book that begins some days before a period, for what ended within it.
  ///
  /// Cash of a member is that of every voucher of theirs: savings, loans, deposits. Those that are
  /// `undone`, and what took them back, are left out.
  ///
  /// - Throws: `amount.overflow`; `date.unreadable` beyond the calendar.
  package init(
    _ book: CashBook, in period: BookPeriod, limit: Rupiah = Self.usualLimit,
    without undone: Set<EntryNumber> = []
  ) throws(LedgerError) {
    var days: [MemberNumber: [Day]] = [:]
    var names: [MemberNumber: String] = [:]
    for line in book.lines {
      guard let member = line.member, !undone.contains(line.entry) else { continue }
      names[member] = line.name
      var own = days[member] ?? []
      if own.last?.date != line.bookDate { own.append(Day(date: line.bookDate)) }
      try own[own.count - 1].add(line)
      days[member] = own
    }
    var lines: [Line] = []
    for (member, own) in days {
      for (reason, first, last) in try Self.found(own, limit) where last.date >= period.first {
        var sum = Day(date: last.date)
        for day in own where day.date >= first.date && day.date <= last.date { try sum.add(day) }
        lines.append(
          Line(
            member: member, name: names[member] ?? "", reason: reason,
            period: try BookPeriod(from: first.date, through: last.date), received: sum.received,
            paid: sum.paid, count: sum.count))
      }
    }
    self.period = period
    self.limit = limit
    self.lines = lines.sorted {
      ($0.period.first, $0.member, $0.reason.rawValue)
        < ($1.period.first, $1.member, $1.reason.rawValue)
    }
  }

  /// The cash of a member on one day.
  private struct Day {
    let date: BookDate
    var received = Rupiah.zero
    var paid = Rupiah.zero
    var count = 0

    mutating func add(_ line: CashBook.Line) throws(LedgerError) {
      received = try received + line.received
      paid = try paid + line.paid
      count += 1
    }

    mutating func add(_ day: Day) throws(LedgerError) {
      received = try received + day.received
      paid = try paid + day.paid
      count += day.count
    }

    func isAbove(_ limit: Rupiah) -> Bool { received > limit || paid > limit }
  }

  /// What is found in the days of a member, in their order.
  private static func found(
    _ days: [Day], _ limit: Rupiah
  ) throws(LedgerError) -> [(Reason, first: Day, last: Day)] {
    var found: [(Reason, first: Day, last: Day)] = []
    for day in days where day.isAbove(limit) { found.append((.aboveLimit, day, day)) }
    var told: BookDate?
    for (index, first) in days.enumerated() where !first.isAbove(limit) {
      if let told, first.date <= told { continue }
      var sum = Day(date: first.date)
      let end = try first.date.adding(days: 6)
      for day in days[index...].prefix(while: { $0.date <= end && !$0.isAbove(limit) }) {
        try sum.add(day)
        guard sum.isAbove(limit) else { continue }
        found.append((.inParts, first, day))
        told = day.date
        break
      }
    }
    for (index, first) in days.enumerated() where first.received.sen >= limit.sen / 5 {
      var paid = Rupiah.zero
      let end = try first.date.adding(days: 3)
      for day in days[index...].prefix(while: { $0.date <= end }) {
        paid = try paid + day.paid
        guard Int128(paid.sen) * 10 >= Int128(first.received.sen) * 9 else { continue }
        found.append((.passedThrough, first, day))
        break
      }
    }
    return found
  }
}
