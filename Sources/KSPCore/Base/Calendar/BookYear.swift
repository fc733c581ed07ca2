/// A year of the book (tahun buku): twelve months, named by the calendar year in which it begins.
public struct BookYear: Hashable, Sendable, Codable {
  /// The calendar year in which it begins.
  public let number: Int
  /// Its first month.
  public let firstMonth: BookMonth
  /// Its last month.
  public let lastMonth: BookMonth

  /// The year that begins in a calendar year.
  ///
  /// - Throws: `month.unreadable` for a year that there is not.
  package init(_ number: Int, startingIn start: YearStart = .january) throws(LedgerError) {
    self.number = number
    firstMonth = try BookMonth(year: number, month: start.month)
    lastMonth = try BookMonth(ordinal: firstMonth.ordinal + 11)
  }

  /// The year in which a day lies.
  ///
  /// - Throws: `month.unreadable` where it would begin before the year 1.
  package init(of day: BookDate, startingIn start: YearStart = .january) throws(LedgerError) {
    let (year, month, _) = day.components
    try self.init(month < start.month ? year - 1 : year, startingIn: start)
  }

  /// Reads what was written; a year of other than twelve months is damaged data.
  public init(from decoder: any Decoder) throws {
    let object = try decoder.container(keyedBy: CodingKeys.self)
    number = try object.decode(Int.self, forKey: .number)
    firstMonth = try object.decode(BookMonth.self, forKey: .firstMonth)
    lastMonth = try object.decode(BookMonth.self, forKey: .lastMonth)
    guard number == firstMonth.year, lastMonth.ordinal == firstMonth.ordinal + 11 else {
      throw DecodingError.dataCorruptedError(
        forKey: .lastMonth, in: object, debugDescription: "a year has twelve months")
    }
  }

  /// Its first day.
  public var firstDay: BookDate { firstMonth.firstDay }
  /// Its last day, on which adjustments and closing vouchers count.
  public var lastDay: BookDate { lastMonth.lastDay }
  /// Its twelve months.
  public var months: [BookMonth] {
    (firstMonth.ordinal...lastMonth.ordinal).map { BookMonth(unchecked: $0) }
  }

  /// From its first day to its last.
  public var period: BookPeriod { BookPeriod(firstMonth, through: lastMonth) }

  /// The year before.
  ///
  /// - Throws: `month.unreadable` before the year 1.
  public func previous() throws(LedgerError) -> BookYear {
    try BookYear(of: firstDay.adding(days: -1), startingIn: start)
  }

  private var start: YearStart {
    YearStart.allCases.first { $0.month == firstMonth.month } ?? .january
  }
}

extension BookYear: CustomStringConvertible {
  /// `2025`, or `2025/2026` for one that does not begin in January.
  public var description: String {
    firstMonth.year == lastMonth.year ? "\(number)" : "\(number)/\(lastMonth.year)"
  }
}
