/// A month in the books (bulan buku), such as 2026-01.
public struct BookMonth: Hashable, Comparable, Sendable {
  /// Months since year 0, January: `year * 12 + month - 1`.
  public let ordinal: Int32

  init(unchecked ordinal: Int32) {
    self.ordinal = ordinal
  }

  /// The month with an ordinal.
  ///
  /// - Throws: `month.unreadable` outside the years 1 to 9999.
  public init(ordinal: Int32) throws(LedgerError) {
    guard (12...119_999).contains(ordinal) else { throw .monthUnreadable("#\(ordinal)") }
    self.ordinal = ordinal
  }

  /// A month of a year.
  ///
  /// - Throws: `month.unreadable` when there is no such month.
  public init(year: Int, month: Int) throws(LedgerError) {
    guard (1...9999).contains(year), (1...12).contains(month) else {
      throw .monthUnreadable("\(year)-\(month)")
    }
    self.ordinal = Int32(year * 12 + month - 1)
  }

  /// The year, 1 to 9999.
  public var year: Int { Int(ordinal) / 12 }
  /// The month of the year, 1 to 12.
  public var month: Int { Int(ordinal) % 12 + 1 }

  /// The first day of the month.
  public var firstDay: BookDate {
    .unchecked(BookDate.number(year: year, month: month, day: 1))
  }

  /// The last day of the month.
  public var lastDay: BookDate {
    .unchecked(BookDate.number(year: year, month: month, day: dayCount))
  }

  /// The number of days, 28 to 31.
  public var dayCount: Int { BookDate.dayCount(year: year, month: month) }

  /// The month after this one.
  ///
  /// - Throws: `month.unreadable` after 9999-12.
  public func next() throws(LedgerError) -> BookMonth {
    try BookMonth(ordinal: ordinal + 1)
  }

  /// The month before this one.
  ///
  /// - Throws: `month.unreadable` before 0001-01.
  public func previous() throws(LedgerError) -> BookMonth {
    try BookMonth(ordinal: ordinal - 1)
  }

  /// Orders months by time.
  public static func < (left: BookMonth, right: BookMonth) -> Bool {
    left.ordinal < right.ordinal
  }
}

extension BookMonth: CustomStringConvertible {
  /// ISO text: `2026-01`.
  public var description: String { String(firstDay.description.prefix(7)) }

  /// Reads `2026-01` or `01/2026`.
  ///
  /// - Throws: `month.unreadable` for anything else.
  public init(parsing text: some StringProtocol) throws(LedgerError) {
    let parts = Substring(text).trimmingSpaces().split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == "-" || $0 == "/" })
    let numbers = parts.compactMap { part in
      part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil
    }
    guard parts.count == 2, numbers.count == 2 else { throw .monthUnreadable(String(text)) }
    switch (parts[0].count, parts[1].count) {
    case (4, 2): try self.init(year: numbers[0], month: numbers[1])
    case (1...2, 4): try self.init(year: numbers[1], month: numbers[0])
    default: throw .monthUnreadable(String(text))
    }
  }

  /// Reads one month or several: `2026-01`, `2026-01..2026-03`.
  ///
  /// - Throws: `month.unreadable` for anything else, and for months that end before they begin.
  public static func range(
    _ text: some StringProtocol
  ) throws(LedgerError) -> ClosedRange<BookMonth> {
    let parts = String(text).split(separator: "..", omittingEmptySubsequences: false)
    guard let first = parts.first, parts.count < 3 else { throw .monthUnreadable(String(text)) }
    let lower = try BookMonth(parsing: first)
    let upper = try BookMonth(parsing: parts.last ?? first)
    guard lower <= upper else { throw .monthUnreadable(String(text)) }
    return lower...upper
  }

  /// The name for people: `Januari 2026`, `January 2026`.
  public var name: Phrase {
    Phrase(
      id: "\(BookMonth.indonesianNames[month - 1]) \(year)",
      en: "\(BookMonth.englishNames[month - 1]) \(year)")
  }

  private static let indonesianNames = [
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September",
    "Oktober", "November", "Desember",
  ]
  private static let englishNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}

extension BookDate {
  /// The date in words, for people: `Senin, 5 Januari 2026`, `Monday, 5 January 2026`.
  public var inWords: Phrase {
    let day = components.day
    let monthName = month.name
    return Phrase(
      id: "\(BookDate.indonesianWeekdays[weekday]), \(day) \(monthName.indonesian)",
      en: "\(BookDate.englishWeekdays[weekday]), \(day) \(monthName.english)")
  }

  private static let indonesianWeekdays = [
    "Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu",
  ]
  private static let englishWeekdays = [
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
  ]
}

extension BookMonth: Codable {
  /// Reads a month as ISO text, `"2026-01"`, as ``encode(to:)`` writes it.
  public init(from decoder: any Decoder) throws {
    self = try TextCoding.decode(decoder, BookMonth.init(parsing:))
  }

  /// Writes a month as ISO text, `"2026-01"`.
  public func encode(to encoder: any Encoder) throws {
    try TextCoding.encode(self, encoder)
  }
}
