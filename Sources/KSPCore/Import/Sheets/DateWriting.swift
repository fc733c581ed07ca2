/// How a column writes days.
package enum DateWriting: String, CaseIterable, Hashable, Sendable {
  /// `2026-01-05`, with or without a time behind it.
  case yearFirst
  /// `05/01/2026`, also with points or hyphens and with a year of two digits: always day first.
  case dayFirst
  /// `5-Jan-26`, `5 Januari 2026`.
  case named

  /// The writing of a cell of ten bytes such as `2026-01-05` or `05/01/2026`, by its marks; nil for
  /// any other.
  init?(plain cell: ArraySlice<UInt8>) {
    guard cell.count == 10 else { return nil }
    func isMark(_ mark: UInt8, _ places: Int...) -> Bool {
      places.allSatisfy { cell[cell.startIndex + $0] == mark }
    }
    if isMark(UInt8(ascii: "-"), 4, 7) {
      self = .yearFirst
    } else if isMark(UInt8(ascii: "/"), 2, 5) {
      self = .dayFirst
    } else {
      return nil
    }
  }
}

/// A day as it stands in a cell.
struct DateCell {
  let date: BookDate
  let writing: DateWriting
  /// Whether a time of the day stood behind it, which is left out.
  let hasTime: Bool
  /// Whether its year has two digits.
  let isShort: Bool

  /// Reads a day as spreadsheets and people write it.
  ///
  /// - Throws: `date.unreadable`, with what it seems to be.
  init(_ text: String) throws(LedgerError) {
    let (words, hasTime) = DateCell.words(text)
    self.hasTime = hasTime
    guard words.count == 3 else {
      let number = words.count == 1 ? Int(words[0]) : nil
      throw (20_000...60_000).contains(number ?? 0) ? .dateSerial(text) : .dateUnreadable(text)
    }
    let month = DateCell.month(words[1])
    if words[0].utf8.count == 4, let year = Int(words[0]), let day = Int(words[2]),
      let month = month ?? Int(words[1])
    {
      self.isShort = false
      writing = .yearFirst
      date = try DateCell.day(year, month, day, text)
      return
    }
    guard words[0].utf8.count <= 2, let day = Int(words[0]), let year = DateCell.year(words[2])
    else { throw .dateUnreadable(text) }
    isShort = words[2].utf8.count == 2
    if let month {
      writing = .named
      date = try DateCell.day(year, month, day, text)
      return
    }
    guard words[1].utf8.count <= 2, let number = Int(words[1]) else { throw .dateUnreadable(text) }
    guard number <= 12 || day > 12 else { throw .dateMonthFirst(text) }
    writing = .dayFirst
    date = try DateCell.day(year, number, day, text)
  }

  private static func day(
    _ year: Int, _ month: Int, _ day: Int, _ text: String
  ) throws(LedgerError) -> BookDate {
    do {
      return try BookDate(year: year, month: month, day: day)
    } catch {
      throw .dateUnreadable(text)
    }
  }

  /// The year; of two digits those up to 29 belong to this century, as in spreadsheets.
  private static func year(_ word: Substring) -> Int? {
    guard let number = Int(word) else { return nil }
    switch word.utf8.count {
    case 4: return number
    case 2: return number < 30 ? 2_000 + number : 1_900 + number
    default: return nil
    }
  }

  /// The parts of a day without a time behind it.
  private static func words(_ text: String) -> (words: [Substring], hasTime: Bool) {
    var rest = Substring(text).trimmingSpaces()
    var hasTime = false
    if let colon = rest.firstIndex(of: ":") {
      var start = colon
      while start > rest.startIndex, rest[rest.index(before: start)].isNumber {
        start = rest.index(before: start)
      }
      if start > rest.startIndex, " T".contains(rest[rest.index(before: start)]) {
        hasTime = true
        rest = rest[..<rest.index(before: start)].trimmingSpaces()
      }
    }
    let words = rest.split(
      maxSplits: 3, omittingEmptySubsequences: true,
      whereSeparator: { "-/. ,".contains($0) })
    return (words, hasTime)
  }

  /// The month that a word names, in either language and its usual short forms.
  static func month(_ word: Substring) -> Int? {
    guard word.utf8.count >= 3, word.allSatisfy(\.isLetter) else { return nil }
    return monthNames[word.lowercased()]
  }

  private static let monthNames: [String: Int] = {
    let names = [
      "jan januari january", "feb februari february peb pebruari", "mar maret march mrt",
      "apr april", "mei may", "jun juni june", "jul juli july",
      "agu agt ags agust agustus aug august", "sep sept september", "okt oktober oct october",
      "nov nop november nopember", "des desember dec december",
    ]
    var months: [String: Int] = [:]
    for (index, words) in names.enumerated() {
      for word in words.split(separator: " ") { months[String(word)] = index + 1 }
    }
    return months
  }()
}
