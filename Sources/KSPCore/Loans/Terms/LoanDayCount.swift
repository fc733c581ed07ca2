/// How the days of a loan become a fraction of a year.
public enum LoanDayCount: String, TermWord {
  /// Every month is a twelfth of a year, and odd days are counted in months of 30 days (30E/360).
  case thirty360 = "30/360"
  /// Real days over 360.
  case actual360 = "actual/360"
  /// Real days over 365, in leap years too.
  case actual365 = "actual/365"
  /// Real days over the 365 or 366 days of the year they lie in; a period over New Year is split.
  case actualActual = "actual/actual"

  /// The name for people, which is the word of the trade.
  public var name: Phrase { Phrase(id: rawValue, en: rawValue) }

  /// Indonesian words.
  public static let otherWords: [String: Self] = [
    "aktual/360": .actual360, "aktual/365": .actual365, "aktual/aktual": .actualActual,
  ]

  /// What every share of a year is divided by; for actual/actual 365 × 366.
  var denominator: UInt64 {
    switch self {
    case .thirty360, .actual360: 360
    case .actual365: 365
    case .actualActual: 365 * 366
    }
  }

  /// The share of a year from one day to another, times ``denominator``: the first day counts, the
  /// last does not.
  ///
  /// - Parameters:
  ///   - start: The first day.
  ///   - end: The day after the last, which is not before the first.
  ///   - interval: The interval that the days make up, for a regular period; under 30/360 a regular
  ///     month is a twelfth of a year, whatever its days.
  /// - Returns: The share.
  func weight(
    from start: BookDate, to end: BookDate, regular interval: InstallmentInterval?
  ) -> UInt64 {
    let days = start.days(until: end)
    switch self {
    case .actual360, .actual365: return UInt64(days)
    case .actualActual: return LoanDayCount.weightByYears(from: start, to: end)
    case .thirty360:
      guard let interval else { return UInt64(LoanDayCount.thirtyDays(from: start, to: end)) }
      return UInt64(interval.unit == .month ? interval.count * 30 : days)
    }
  }

  /// Days in a calendar whose months all have 30 days; a 31st counts as the 30th.
  private static func thirtyDays(from start: BookDate, to end: BookDate) -> Int {
    let (first, last) = (start.components, end.components)
    return (last.year - first.year) * 360 + (last.month - first.month) * 30
      + min(last.day, 30) - min(first.day, 30)
  }

  private static func weightByYears(from start: BookDate, to end: BookDate) -> UInt64 {
    var weight: UInt64 = 0
    forEachYear(from: start, to: end) { from, to, yearDays in
      weight += UInt64(from.days(until: to)) * (yearDays == 366 ? 365 : 366)
    }
    return weight
  }

  /// Divides days at every New Year.
  private static func forEachYear(
    from start: BookDate, to end: BookDate, _ body: (BookDate, BookDate, _ yearDays: Int) -> Void
  ) {
    var day = start
    while day < end {
      let year = day.components.year
      let nextYear = BookDate.unchecked(BookDate.number(year: year + 1, month: 1, day: 1))
      let until = min(end, nextYear)
      body(day, until, BookDate.isLeap(year) ? 366 : 365)
      day = until
    }
  }

  /// The same as ``weight(from:to:regular:)``, as people read it: so many days over those of a
  /// year.
  func shares(
    from start: BookDate, to end: BookDate, regular interval: InstallmentInterval?
  ) -> [InstallmentWorking.Share] {
    switch self {
    case .actualActual:
      var shares: [InstallmentWorking.Share] = []
      LoanDayCount.forEachYear(from: start, to: end) { from, to, yearDays in
        shares.append(.init(from: from, to: to, days: from.days(until: to), yearDays: yearDays))
      }
      return shares
    case .thirty360, .actual360, .actual365:
      let days = weight(from: start, to: end, regular: interval)
      return [.init(from: start, to: end, days: Int(days), yearDays: Int(denominator))]
    }
  }
}
