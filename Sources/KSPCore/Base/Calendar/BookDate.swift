/// A day in the books (tanggal buku): when an entry counts, without time of day or time zone.
///
/// Days are numbered in the proleptic Gregorian calendar, day 0 being 1970-01-01, so that
/// `date(bookDate * 86400, 'unixepoch')` shows a day in any SQLite tool. Years 1 to 9999 exist.
public struct BookDate: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01.
  public let dayNumber: Int32

  /// 0001-01-01.
  public static let earliest = BookDate(unchecked: -719_162)
  /// 9999-12-31.
  public static let latest = BookDate(unchecked: 2_932_896)

  private init(unchecked dayNumber: Int32) {
    self.dayNumber = dayNumber
  }

  /// The day with a number.
  ///
  /// - Throws: `date.unreadable` outside the years 1 to 9999.
  public init(dayNumber: Int32) throws(LedgerError) {
    guard (BookDate.earliest.dayNumber...BookDate.latest.dayNumber).contains(dayNumber) else {
      throw .dateUnreadable("#\(dayNumber)")
    }
    self.dayNumber = dayNumber
  }

  /// A day of the calendar.
  ///
  /// - Throws: `date.unreadable` when the day does not exist, such as 31 February.
  public init(year: Int, month: Int, day: Int) throws(LedgerError) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= BookDate.dayCount(year: year, month: month)
    else { throw .dateUnreadable(BookDate.text(year, month, day)) }
    self.init(unchecked: BookDate.number(year: year, month: month, day: day))
  }

  /// Orders days by time.
  public static func < (left: BookDate, right: BookDate) -> Bool {
    left.dayNumber < right.dayNumber
  }

  /// The year, 1 to 9999.
  public var year: Int { components.year }

  /// The day of the month, 1 to 31.
  public var day: Int { components.day }

  /// Year, month (1–12) and day of the month (1–31).
  package var components: (year: Int, month: Int, day: Int) {
    // Civil-from-days over 400-year eras that begin on 1 March, so that leap days come last.
    let shifted = Int(dayNumber) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// The month that the day belongs to.
  public var month: BookMonth {
    let (year, month, _) = components
    return BookMonth(unchecked: Int32(year * 12 + month - 1))
  }

  /// The day of the week, 0 for Sunday.
  public var weekday: Int {
    let sinceThursday = Int(dayNumber) + 4
    return ((sinceThursday % 7) + 7) % 7
  }

  /// The day so many days later, or earlier when negative.
  ///
  /// - Throws: `date.unreadable` outside the years 1 to 9999.
  public func adding(days: Int) throws(LedgerError) -> BookDate {
    let (sum, overflow) = Int(dayNumber).addingReportingOverflow(days)
    guard !overflow, let number = Int32(exactly: sum) else { throw .dateUnreadable("#\(days)") }
    return try BookDate(dayNumber: number)
  }

  /// The number of days from this day to another; positive when the other is later.
  public func days(until other: BookDate) -> Int {
    Int(other.dayNumber) - Int(dayNumber)
  }

  /// Whether a year has 366 days.
  package static func isLeap(_ year: Int) -> Bool {
    (year.isMultiple(of: 4) && !year.isMultiple(of: 100)) || year.isMultiple(of: 400)
  }

  /// The number of days in a month of a year.
  static func dayCount(year: Int, month: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  static func number(year: Int, month: Int, day: Int) -> Int32 {
    let marchYear = month <= 2 ? year - 1 : year
    let era = (marchYear >= 0 ? marchYear : marchYear - 399) / 400
    let yearOfEra = marchYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int32(era * 146_097 + dayOfEra - 719_468)
  }

  static func unchecked(_ number: Int32) -> BookDate {
    BookDate(unchecked: number)
  }

  fileprivate static func text(_ year: Int, _ month: Int, _ day: Int) -> String {
    let padding = year < 10 ? "000" : year < 100 ? "00" : year < 1000 ? "0" : ""
    return "\(padding)\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }
}

extension BookDate: CustomStringConvertible {
  /// ISO text: `2026-01-31`.
  public var description: String {
    let (year, month, day) = components
    return BookDate.text(year, month, day)
  }

  /// Reads `2026-01-31` or `31/12/2025` (also `31-12-2025`); always day before month.
  ///
  /// - Throws: `date.unreadable` for other forms and for days that do not exist.
  public init(parsing text: some StringProtocol) throws(LedgerError) {
    guard
      let (year, month, day) = BookDate.plainFields(text)
        ?? BookDate.fields(Substring(text).trimmingSpaces())
    else {
      throw .dateUnreadable(String(text))
    }
    do {
      try self.init(year: year, month: month, day: day)
    } catch {
      throw .dateUnreadable(String(text))
    }
  }

  /// Year, month and day of `2026-01-31` with nothing around it, which is how nearly every day of a
  /// file is written; nil for anything else.
  private static func plainFields(
    _ text: some StringProtocol
  ) -> (year: Int, month: Int, day: Int)? {
    let fields = text.utf8.withContiguousStorageIfAvailable { bytes -> (Int, Int, Int)? in
      func number(_ places: Range<Int>) -> Int? {
        var number = 0
        for byte in bytes[places] {
          guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
          number = number * 10 + Int(byte - UInt8(ascii: "0"))
        }
        return number
      }
      guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
        let year = number(0..<4), let month = number(5..<7), let day = number(8..<10)
      else { return nil }
      return (year, month, day)
    }
    return fields ?? nil
  }

  /// Year, month and day as written, or nil for another form.
  private static func fields(_ text: Substring) -> (year: Int, month: Int, day: Int)? {
    var numbers = (0, 0, 0)
    var lengths = (0, 0, 0)
    var marks = 0
    var isSlashed = false
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        guard lengths.2 < 4 else { return nil }
        numbers.2 = numbers.2 * 10 + Int(byte - UInt8(ascii: "0"))
        lengths.2 += 1
      case UInt8(ascii: "-"), UInt8(ascii: "/"):
        guard marks < 2, lengths.2 > 0 else { return nil }
        isSlashed = isSlashed || byte == UInt8(ascii: "/")
        marks += 1
        numbers = (numbers.1, numbers.2, 0)
        lengths = (lengths.1, lengths.2, 0)
      default:
        return nil
      }
    }
    guard marks == 2 else { return nil }
    switch lengths {
    case (4, 2, 2) where !isSlashed: return numbers
    case (1...2, 1...2, 4): return (numbers.2, numbers.1, numbers.0)
    default: return nil
    }
  }
}

extension BookDate: Codable {
  /// Reads a day as ISO text, `"2026-01-31"`, as ``encode(to:)`` writes it.
  public init(from decoder: any Decoder) throws {
    self = try TextCoding.decode(decoder, BookDate.init(parsing:))
  }

  /// Writes a day as ISO text, `"2026-01-31"`.
  public func encode(to encoder: any Encoder) throws {
    try TextCoding.encode(self, encoder)
  }
}
