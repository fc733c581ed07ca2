/// A day as a cash book writes it: in full, without its year or its month, or one that its month
/// does not have.
struct CashDay {
  let date: BookDate
  /// Whether the month has no such day, so that its last one is meant.
  let isBeyondMonth: Bool

  /// Reads a day; what is left out is that of the sheet's month.
  ///
  /// - Throws: `date.unreadable`.
  init(_ text: String, of sheet: BookMonth?) throws(LedgerError) {
    do throws(LedgerError) {
      date = try DateCell(CashDay.withoutWeekday(text)).date
      isBeyondMonth = false
      return
    } catch {
      guard let (day, month) = CashDay.parts(text, of: sheet), (1...31).contains(day) else {
        throw error
      }
      isBeyondMonth = day > month.dayCount
      date = try isBeyondMonth ? month.lastDay : month.firstDay.adding(days: day - 1)
    }
  }

  /// The day of the month and the month; nil where they cannot be told.
  private static func parts(_ text: String, of sheet: BookMonth?) -> (Int, BookMonth)? {
    var words = CashText.words(withoutWeekday(text))
    if words.count == 3, words[0].count == 4 { words.reverse() }
    guard (1...3).contains(words.count), let day = Int(words[0]) else { return nil }
    let month = words.count > 1 ? CashText.month(words[1]) ?? Int(words[1]) : sheet?.month
    var year = words.count > 2 ? Int(words[2]) : sheet?.year
    if let short = year, words.count > 2, words[2].count == 2 { year = 2_000 + short }
    guard let month, let year, let found = try? BookMonth(year: year, month: month) else {
      return nil
    }
    return (day, found)
  }

  private static func withoutWeekday(_ text: String) -> String {
    let start = text.prefix { $0.isLetter }
    guard weekdays.contains(start.lowercased()) else { return text }
    return String(text.dropFirst(start.count).drop { !$0.isNumber })
  }

  private static let weekdays: Set<String> = [
    "senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu", "ahad",
  ]
}
