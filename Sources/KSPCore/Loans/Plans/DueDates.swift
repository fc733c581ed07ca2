/// Where a due date goes that falls on a day without business.
public struct DueDateShift: Hashable, Sendable, Codable {
  /// What happens to such a date.
  public enum Rule: String, TermWord {
    /// It stays.
    case none
    /// It moves to the next working day.
    case nextWorkingDay = "next"
    /// It moves to the working day before.
    case previousWorkingDay = "previous"

    /// The name for people.
    public var name: Phrase {
      switch self {
      case .none: Phrase(id: "tidak digeser", en: "not shifted")
      case .nextWorkingDay:
        Phrase(id: "ke hari kerja berikutnya", en: "to the next working day")
      case .previousWorkingDay:
        Phrase(id: "ke hari kerja sebelumnya", en: "to the previous working day")
      }
    }

    /// Indonesian words.
    public static let otherWords: [String: Self] = [
      "tidak": .none, "berikutnya": .nextWorkingDay, "sebelumnya": .previousWorkingDay,
    ]
  }

  /// What happens.
  public let rule: Rule
  /// Holidays besides Sundays.
  public let holidays: Set<BookDate>

  /// A rule, with the holidays it minds besides Sundays.
  public init(_ rule: Rule, holidays: Set<BookDate> = []) {
    self.rule = rule
    self.holidays = holidays
  }

  /// Due dates stay where they fall.
  public static let none = DueDateShift(.none)

  /// The day on which a due date really lies.
  ///
  /// Only the day of payment moves; interest is counted to the date before the shift, so that a
  /// holiday costs the member nothing.
  ///
  /// - Throws: `date.unreadable` beyond the calendar.
  package func shifted(_ date: BookDate) throws(LedgerError) -> BookDate {
    guard rule != .none else { return date }
    return try onWorkingDay(date)
  }

  private func onWorkingDay(_ date: BookDate) throws(LedgerError) -> BookDate {
    var day = date
    while day.weekday == 0 || holidays.contains(day) {
      day = try day.adding(days: rule == .nextWorkingDay ? 1 : -1)
    }
    return day
  }
}

/// The due dates of a plan before any shift, and the share of a year of every period.
package struct DueDates {
  /// The due dates, in order.
  package let dates: [BookDate]
  private let disbursedOn: BookDate
  private let interval: InstallmentInterval
  /// Whether the first period is as long as the others.
  let isFirstRegular: Bool

  /// The dates from the first one on; without it, from one interval after the disbursement on.
  package init(
    disbursedOn: BookDate, firstDue: BookDate?, interval: InstallmentInterval, count: Int
  ) throws(LedgerError) {
    let day = disbursedOn.components.day
    let derived = try interval.date(after: disbursedOn, steps: 1, seedDay: day)
    let first = firstDue ?? derived
    guard first > disbursedOn else {
      throw .loanPlanInvalid(
        Phrase(
          id: "jatuh tempo pertama \(first) harus setelah tanggal cair \(disbursedOn)",
          en: "the first due date \(first) must come after the disbursement on \(disbursedOn)"))
    }
    let seedDay = first == derived ? day : first.components.day
    if first == derived {
      isFirstRegular = true
    } else {
      // A plan that begins at the end of a shorter month may keep a later day: from 28 February to
      // 31 March is a month.
      let isFromSeedDay = day == min(seedDay, disbursedOn.month.dayCount)
      let next = try interval.date(after: disbursedOn, steps: 1, seedDay: seedDay)
      isFirstRegular = isFromSeedDay && first == next
    }
    dates = try interval.dates(from: first, count: count, seedDay: seedDay)
    self.disbursedOn = disbursedOn
    self.interval = interval
  }

  /// The share of a year of each period, times the day count's denominator.
  func weights(_ dayCount: LoanDayCount) -> [UInt64] {
    eachPeriod { dayCount.weight(from: $0, to: $1, regular: $2) }
  }

  /// The shares of a year of each period, as people read them.
  func shares(_ dayCount: LoanDayCount) -> [[InstallmentWorking.Share]] {
    eachPeriod { dayCount.shares(from: $0, to: $1, regular: $2) }
  }

  /// Every period with its interval; without one where it is irregular.
  private func eachPeriod<Value>(
    _ body: (BookDate, BookDate, InstallmentInterval?) -> Value
  ) -> [Value] {
    var start = disbursedOn
    var values: [Value] = []
    values.reserveCapacity(dates.count)
    for (index, end) in dates.enumerated() {
      let isRegular = index > 0 || isFirstRegular
      values.append(body(start, end, isRegular ? interval : nil))
      start = end
    }
    return values
  }
}
