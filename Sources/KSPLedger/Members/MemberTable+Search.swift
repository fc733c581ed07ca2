import GRDB
import KSPCore

/// Members are found by what the register says of them.
extension MemberTable {
  /// The condition that words fit a member `m`; nil where there are none.
  ///
  /// Of a telephone number the digits count, however they are written, and a leading 0 or 62 is one
  /// and the same.
  static func matching(_ text: String) -> (condition: String, arguments: StatementArguments)? {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard !words.isEmpty else { return nil }
    let condition = """
      (m.number LIKE ? ESCAPE '!' OR ifnull(m.name, '') || char(10) || ifnull(m.nik, '')
        || char(10) || ifnull(m.npwp, '') || char(10) || ifnull(m.phone, '') || char(10)
        || ifnull(m.address, '') || char(10) || ifnull(m.unit, '') || char(10)
        || ifnull(m.externalID, '') LIKE ? ESCAPE '!'
        OR \(digitsOfPhone) LIKE ? ESCAPE '!'
        OR EXISTS (SELECT 1 FROM memberAttribute t
          WHERE t.member = m.id AND t.value LIKE ? ESCAPE '!'))
      """
    let patterns = words.flatMap { word in
      let pattern = pattern(containing: word)
      return [pattern, pattern, self.pattern(containing: telephone(word) ?? word), pattern]
    }
    return (words.map { _ in condition }.joined(separator: " AND "), StatementArguments(patterns))
  }

  /// The condition that a fact is true of a member `m`.
  ///
  /// - Throws: `nik.unreadable`, `npwp.unreadable`.
  static func having(
    _ key: MemberKey
  ) throws(LedgerError) -> (condition: String, arguments: StatementArguments) {
    switch key {
    case .nik(let text): ("m.nik = ?", [try IdentityNumber.nik(text)])
    case .npwp(let text): ("m.npwp = ?", [try IdentityNumber.npwp(text)])
    case .phone(let text):
      telephone(text[...]).map { digits in
        ("\(digitsOfPhone) IN (?, ?, ?)", [String(digits), "0" + digits, "62" + digits])
      } ?? ("m.phone = ?", [text])
    case .externalID(let id): ("m.externalID = ?", [id])
    case .attribute(let name, let value):
      (
        """
        EXISTS (SELECT 1 FROM memberAttribute t
          WHERE t.member = m.id AND t.name = ? AND t.value = ?)
        """, [name, value]
      )
    }
  }

  private static let digitsOfPhone =
    "replace(replace(replace(replace(m.phone, '-', ''), ' ', ''), '.', ''), '+', '')"

  /// The digits of what may be a telephone number, without the sign of the country.
  private static func telephone(_ word: Substring) -> Substring? {
    let digits = word.filter(\.isNumber)
    guard digits.count > 4, word.allSatisfy({ $0.isNumber || "-+. ".contains($0) }) else {
      return nil
    }
    return Substring(digits.hasPrefix("62") ? digits.dropFirst(2) : digits.drop { $0 == "0" })
  }

  /// A pattern for LIKE, in which nothing of the word has a meaning of its own.
  static func pattern(containing word: some StringProtocol) -> String {
    var pattern = "%"
    for character in word {
      if character == "%" || character == "_" || character == "!" { pattern.append("!") }
      pattern.append(character)
    }
    return pattern + "%"
  }

  /// Members whose numbers are near to one that nobody has, with their names: one character more,
  /// less or other, or two that changed places; other zeros in front; and where it is a name, those
  /// whom it fits. At most five.
  ///
  /// The spellings are looked up in the index: a list may hold many strangers.
  static func near(
    _ db: Database, _ number: String
  ) throws -> [(number: MemberNumber, name: String)] {
    let limit = 5
    let rows: [Row]
    if number.contains(where: \.isLetter), number.count > 2, let search = matching(number) {
      rows = try Row.fetchAll(
        db,
        sql: """
          SELECT m.number, m.name FROM member m WHERE \(search.condition) AND m.leftOn IS NULL
          ORDER BY m.number LIMIT \(limit)
          """, arguments: search.arguments)
    } else {
      let spellings = spellings(of: number)
      let marks = databaseQuestionMarks(count: spellings.count)
      rows = try Row.fetchAll(
        db,
        sql: """
          SELECT number, name FROM member WHERE number IN (\(marks)) ORDER BY number LIMIT \(limit)
          """, arguments: StatementArguments(spellings))
    }
    return try rows.map { (MemberNumber(try $0.value(0)), try $0.optional(1) ?? "") }
  }

  /// How a number may have been meant.
  private static func spellings(of number: String) -> [String] {
    let bare = number.drop { $0 == "0" }
    var found = Set((0...8).map { String(repeating: "0", count: $0) + bare })
    let letters = Array(number)
    // What is longer than any number of a member is none that was mistyped.
    guard letters.count <= 12 else { return found.sorted() }
    func add(_ letters: [Character]) { found.insert(String(letters)) }
    for index in letters.indices {
      var other = letters
      other.remove(at: index)
      add(other)
      for digit in "0123456789" {
        other = letters
        other[index] = digit
        add(other)
        other = letters
        other.insert(digit, at: index)
        add(other)
      }
      guard index > 0 else { continue }
      other = letters
      other.swapAt(index - 1, index)
      add(other)
    }
    found.remove("")
    return found.sorted()
  }
}
