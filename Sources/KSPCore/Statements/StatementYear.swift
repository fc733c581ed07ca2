extension BookDate {
  /// The same day a year before; the last day of a month for the last day of a month.
  ///
  /// - Throws: `month.unreadable` before the year 1.
  package func aYearBefore() throws(LedgerError) -> BookDate {
    let (year, number, day) = components
    let month = try BookMonth(year: year - 1, month: number)
    if self == self.month.lastDay { return month.lastDay }
    return try BookDate(year: year - 1, month: number, day: day)
  }
}

extension BookPeriod {
  /// The same period a year before.
  ///
  /// - Throws: `month.unreadable` before the year 1.
  package func aYearBefore() throws(LedgerError) -> BookPeriod {
    try BookPeriod(from: first.aYearBefore(), through: last.aYearBefore())
  }

  /// A year from 1 January to 31 December; that of a book whose year begins in another month is
  /// ``BookYear/period``.
  ///
  /// - Throws: `month.unreadable` for a year that there is not.
  public init(year: Int) throws(LedgerError) { self = try BookYear(year).period }
}
