extension DayCount {
  /// A stretch of days with its share of a year: `weight / denominator`.
  struct Part {
    /// The days of the stretch, as this day count counts them.
    var days: Int
    /// The share of a year, times ``DayCount/denominator``.
    var weight: Int128
  }

  /// The number that this day count divides by, the same for all its days, so that their weights
  /// can be added: the length of the year; for actual/actual 365 × 366; for twelfths
  /// 12 × lcm(27, 28, 29, 30, 31), as a month has 27 to 31 earning days.
  var denominator: Int128 {
    switch self {
    case .actual365, .thirty365: 365
    case .actual360, .thirty360: 360
    case .actualActual: 365 * 366
    case .twelfth: 40778640
    }
  }

  /// The share of a year that the days from `first` through `last` are.
  func part(from first: BookDate, through last: BookDate, in span: EarningSpan) -> Part {
    let total = denominator
    let realDays = first.days(until: last) + 1
    switch self {
    case .actual365, .actual360:
      return Part(days: realDays, weight: Int128(realDays))
    case .actualActual:
      var weight: Int128 = 0
      DayCount.forEachYear(from: first, through: last) { year, days in
        weight += Int128(days) * (total / (BookDate.isLeap(year) ? 366 : 365))
      }
      return Part(days: realDays, weight: weight)
    case .thirty365, .thirty360:
      let days = span.position(after: last) - span.position(before: first)
      return Part(days: days, weight: Int128(days))
    case .twelfth:
      var weight: Int128 = 0
      DayCount.forEachMonth(from: first, through: last) { month, days in
        weight += Int128(days) * (total / (12 * Int128(span.earningDays(of: month))))
      }
      return Part(days: realDays, weight: weight)
    }
  }

  private static func forEachYear(
    from first: BookDate, through last: BookDate, _ body: (Int, Int) -> Void
  ) {
    var start = first
    while start <= last {
      let year = start.components.year
      let end = min(last, BookMonth(unchecked: Int32(year * 12 + 11)).lastDay)
      body(year, start.days(until: end) + 1)
      start = .unchecked(end.dayNumber + 1)
    }
  }

  private static func forEachMonth(
    from first: BookDate, through last: BookDate, _ body: (BookMonth, Int) -> Void
  ) {
    var start = first
    while start <= last {
      let month = start.month
      let end = min(last, month.lastDay)
      body(month, start.days(until: end) + 1)
      start = .unchecked(end.dayNumber + 1)
    }
  }
}

/// The days of a period that earn interest.
struct EarningSpan {
  /// The first day.
  let first: BookDate
  /// The last day that earns.
  let last: BookDate
  /// Whether the day after ``last`` belongs to the period as its posting day, which does not earn.
  let excludesPostingDay: Bool

  /// Nil when the only day of the period is the posting day that does not earn.
  init?(_ period: BookPeriod, countsPostingDay: Bool) {
    guard countsPostingDay || period.first < period.last else { return nil }
    first = period.first
    last = countsPostingDay ? period.last : .unchecked(period.last.dayNumber - 1)
    excludesPostingDay = !countsPostingDay
  }

  /// A position in a calendar whose months all have 30 days, before a day begins.
  func position(before day: BookDate) -> Int {
    Int(day.month.ordinal) * 30 + min(day.components.day - 1, 30)
  }

  /// The position after a day; the end of a month, or of its earning days, is the 30th.
  func position(after day: BookDate) -> Int {
    let month = day.month
    let end = excludesPostingDay && day == last ? day.dayNumber + 1 : day.dayNumber
    guard end >= month.lastDay.dayNumber else { return position(before: day) + 1 }
    return Int(month.ordinal) * 30 + 30
  }

  /// The days of a month over which its twelfth of a year is spread: all of them, less the posting
  /// day where that is the month's last.
  func earningDays(of month: BookMonth) -> Int {
    let losesLast = excludesPostingDay && last.dayNumber + 1 == month.lastDay.dayNumber
    return month.dayCount - (losesLast ? 1 : 0)
  }
}
