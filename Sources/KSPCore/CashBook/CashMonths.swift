/// The months that a remark names: `Januari-Juli 2026`, `Mei dan Juni`, `7 bulan`.
package struct CashMonths: Hashable, Sendable {
  /// The months, in their order; empty where none is named.
  package let months: [BookMonth]
  /// How many are named by number; nil where none are.
  package let count: Int?

  /// Finds months in a text; those without a year are of the year of the sheet.
  package init(_ text: String, year: Int) {
    var found: [BookMonth] = []
    var count: Int?
    var isRange = false
    let parts = CashMonths.parts(text)
    for (index, part) in parts.enumerated() {
      let next = index + 1 < parts.count ? parts[index + 1] : ""
      if let number = CashText.month(part) {
        let named = parts[(index + 1)...].prefix(3).first { $0.count == 4 && Int($0) != nil }
        let last = next.count == 4 ? Int(next) : named.flatMap(Int.init)
        guard let month = try? BookMonth(year: last ?? year, month: number) else { continue }
        if isRange, let first = found.last, first < month {
          found += CashMonths.between(first, month)
        } else {
          found.append(month)
        }
        isRange = false
      } else if ["-", "–", "sd", "sampai", ".."].contains(part) {
        isRange = !found.isEmpty
      } else if part != "s", part != "d", Int(part) == nil {
        isRange = false
      }
      if let number = Int(part), ["bulan", "bln", "bl", "kali", "x"].contains(next),
        (1...60).contains(number)
      {
        count = number
      }
      if part == "s", next == "d" { isRange = !found.isEmpty }
    }
    months = Set(found).sorted()
    self.count = count
  }

  /// Reads the cell of an answer: `2026-01..2026-07`, `2026-01 2026-02`, or in words.
  ///
  /// - Throws: `month.unreadable`.
  package static func answer(_ text: String, year: Int) throws(LedgerError) -> [BookMonth] {
    let parts = text.split { " ,;".contains($0) }
    var months: [BookMonth] = []
    for part in parts {
      guard let range = try? BookMonth.range(part) else {
        let named = CashMonths(text, year: year).months
        guard !named.isEmpty else { throw .monthUnreadable(text) }
        return named
      }
      months += [range.lowerBound] + between(range.lowerBound, range.upperBound)
    }
    return Set(months).sorted()
  }

  /// The months after one up to another one.
  private static func between(_ first: BookMonth, _ last: BookMonth) -> [BookMonth] {
    guard first < last else { return [] }
    return ((first.ordinal + 1)...last.ordinal).map { BookMonth(unchecked: $0) }
  }

  /// Words, numbers and dashes.
  private static func parts(_ text: String) -> [String] {
    var parts: [String] = []
    for character in text.lowercased() {
      let isDash = "-–".contains(character)
      if isDash {
        parts.append("-")
      } else if character.isLetter || character.isNumber {
        // A number and the word behind it may stand without a blank: 7bln.
        if let last = parts.last?.last, last.isLetter == character.isLetter, last != "-" {
          parts[parts.count - 1].append(character)
        } else {
          parts.append(String(character))
        }
      } else if parts.last != "" {
        parts.append("")
      }
    }
    return parts.filter { !$0.isEmpty }
  }
}
