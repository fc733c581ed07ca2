/// The moment at which something was written down, in seconds since 1970-01-01 00:00 UTC.
///
/// The library never reads a clock: whoever opens a book hands one in.
public struct Timestamp: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Seconds since the Unix epoch.
  public let seconds: Int64

  /// A moment, given in seconds since the Unix epoch.
  public init(seconds: Int64) {
    self.seconds = seconds
  }

  /// Orders moments by time.
  public static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.seconds < right.seconds
  }

  /// ISO text in UTC: `2026-01-31T09:30:00Z`. Moments outside the years 1–9999 show their seconds.
  public var description: String { text("Z") }

  /// ISO text in a time zone: `2026-01-31T16:30:00+07:00`.
  ///
  /// - Parameter offsetSeconds: East is positive; Jakarta (WIB) is 25,200.
  /// - Returns: The text; in UTC where the offset is none of whole minutes below a day.
  public func text(offsetSeconds: Int64) -> String {
    let (minutes, rest) = offsetSeconds.magnitude.quotientAndRemainder(dividingBy: 60)
    let (local, overflow) = seconds.addingReportingOverflow(offsetSeconds)
    guard rest == 0, minutes < 1_440, !overflow else { return description }
    let sign = offsetSeconds < 0 ? "-" : "+"
    return Timestamp(seconds: local).text(
      "\(sign)\(two(Int64(minutes / 60))):\(two(Int64(minutes % 60)))")
  }

  private func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// The moment with what stands behind the time of day.
  private func text(_ zone: String) -> String {
    let (days, secondOfDay) = seconds.floorDivided(by: 86_400)
    guard let number = Int32(exactly: days), let date = try? BookDate(dayNumber: number) else {
      return "@\(seconds)"
    }
    let time = "\(two(secondOfDay / 3600)):\(two(secondOfDay / 60 % 60)):\(two(secondOfDay % 60))"
    return "\(date)T\(time)\(zone)"
  }

  /// Reads ISO text in UTC, and the seconds of what lies outside the calendar, as ``description``
  /// writes them.
  ///
  /// - Throws: `date.unreadable`.
  init(parsing text: String) throws(LedgerError) {
    if text.first == "@", let seconds = Int64(text.dropFirst()) {
      self.seconds = seconds
      return
    }
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].utf8.count == 9, parts[1].last == "Z" else {
      throw .dateUnreadable(text)
    }
    let fields = parts[1].dropLast().split(separator: ":").map { Int64($0) ?? -1 }
    guard fields.count == 3, (0..<24).contains(fields[0]),
      fields.dropFirst().allSatisfy({ (0..<60).contains($0) })
    else { throw .dateUnreadable(text) }
    seconds =
      Int64(try BookDate(parsing: parts[0]).dayNumber) * 86_400
      + fields.reduce(0) { $0 * 60 + $1 }
  }

  /// The day it is then, in a time zone given by its offset from UTC.
  ///
  /// - Parameter offsetSeconds: East is positive; Jakarta (WIB) is 25,200.
  /// - Returns: That day; moments beyond the calendar give its first or last day.
  public func day(offsetSeconds: Int64) -> BookDate {
    let (sum, overflow) = seconds.addingReportingOverflow(offsetSeconds)
    // What leaves the range of Int64 is far beyond the calendar, on the side of the offset.
    guard !overflow else { return offsetSeconds < 0 ? .earliest : .latest }
    let (days, _) = sum.floorDivided(by: 86_400)
    let clamped = max(
      Int64(BookDate.earliest.dayNumber), min(Int64(BookDate.latest.dayNumber), days))
    return .unchecked(Int32(clamped))
  }
}

extension Int64 {
  fileprivate func floorDivided(by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
    // Subtracting the remainder before dividing would leave the range near its lower end.
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}

extension Timestamp: Codable {
  /// Reads a moment as ``encode(to:)`` writes it.
  public init(from decoder: any Decoder) throws {
    self = try TextCoding.decode(decoder, Timestamp.init(parsing:))
  }

  /// Writes a moment as its text, `"2026-01-31T09:30:00Z"`.
  public func encode(to encoder: any Encoder) throws {
    try TextCoding.encode(self, encoder)
  }
}
