/// The time from one due date to the next: so many months, weeks or days.
public struct InstallmentInterval: Hashable, Sendable, Codable {
  /// What is counted.
  public enum Unit: String, TermWord {
    /// Calendar months; the day of the month is kept.
    case month
    /// Seven days.
    case week
    /// Days.
    case day

    /// The name for people.
    public var name: Phrase {
      switch self {
      case .month: Phrase(id: "bulan", en: "month")
      case .week: Phrase(id: "minggu", en: "week")
      case .day: Phrase(id: "hari", en: "day")
      }
    }

    /// Indonesian words.
    public static let otherWords: [String: Self] = [
      "bulan": .month, "minggu": .week, "hari": .day,
    ]

    /// How many of them make a year when a rate per year is compounded: 12, 52 or 365.
    public var perYear: Int {
      switch self {
      case .month: 12
      case .week: 52
      case .day: 365
      }
    }
  }

  /// What is counted.
  public let unit: Unit
  /// How many of them; at least 1.
  public let count: Int

  /// Every so many months, weeks or days.
  ///
  /// - Throws: `loan.planInvalid` for a count below 1 or above 1,200.
  public init(_ unit: Unit, count: Int = 1) throws(LedgerError) {
    guard (1...1_200).contains(count) else {
      throw .loanPlanInvalid(
        Phrase(
          id: "jarak angsuran \(count) tidak bisa", en: "installments every \(count) are impossible"
        ))
    }
    self.unit = unit
    self.count = count
  }

  /// Reads what was written, with the same checks as a new one.
  public init(from decoder: any Decoder) throws {
    let object = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      object.decode(Unit.self, forKey: .unit), count: object.decode(Int.self, forKey: .count))
  }

  private init(monthly unit: Unit) {
    self.unit = unit
    count = 1
  }

  /// Every month.
  public static let monthly = InstallmentInterval(monthly: .month)

  /// The day that lies so many intervals after another.
  ///
  /// Months keep the seed day: with 31 the dates are 31 January, 28 February, 31 March.
  ///
  /// - Parameters:
  ///   - start: The day to count from; for months only its month matters.
  ///   - steps: How many intervals; zero or more.
  ///   - seedDay: The day of the month to keep, 1 to 31.
  /// - Returns: The day.
  /// - Throws: `date.unreadable` beyond the calendar.
  func date(after start: BookDate, steps: Int, seedDay: Int) throws(LedgerError) -> BookDate {
    let (distance, overflow) = count.multipliedReportingOverflow(by: steps)
    guard !overflow, distance <= 4_000_000 else { throw .dateUnreadable("#\(steps)") }
    switch unit {
    case .day: return try start.adding(days: distance)
    case .week: return try start.adding(days: distance * 7)
    case .month:
      let month = try BookMonth(ordinal: start.month.ordinal + Int32(distance))
      return try BookDate(
        year: month.year, month: month.month, day: min(seedDay, month.dayCount))
    }
  }

  /// The due dates from the first one on, each as ``date(after:steps:seedDay:)`` has it.
  ///
  /// Months are walked from one to the next: finding each from the first anew costs as much as all
  /// else that a plan does with its dates.
  ///
  /// - Throws: `date.unreadable` beyond the calendar.
  func dates(from first: BookDate, count: Int, seedDay: Int) throws(LedgerError) -> [BookDate] {
    var dates: [BookDate] = []
    dates.reserveCapacity(count)
    guard unit == .month else {
      for step in 0..<count {
        dates.append(try date(after: first, steps: step, seedDay: seedDay))
      }
      return dates
    }
    var (year, month, day) = first.components
    var firstOfMonth = first.dayNumber - Int32(day - 1)
    for _ in 0..<count {
      guard year <= 9999 else { throw .monthUnreadable("#\(year * 12 + month - 1)") }
      day = min(seedDay, BookDate.dayCount(year: year, month: month))
      dates.append(.unchecked(firstOfMonth + Int32(day - 1)))
      for _ in 0..<self.count {
        firstOfMonth += Int32(BookDate.dayCount(year: year, month: month))
        (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
      }
    }
    return dates
  }
}
