/// For whom comma-separated values are written.
public enum CSVDialect: Hashable, Sendable {
  /// For programs: RFC 4180, column names that are the same in every language, plain decimals.
  case programs
  /// For people who open the file in a spreadsheet: a mark of UTF-8 at its head, semicolons, a
  /// decimal comma, column names in the reader's language, and no cell that could be taken for a
  /// formula.
  case spreadsheet(Language)

  var separator: UInt8 {
    self == .programs ? UInt8(ascii: ",") : UInt8(ascii: ";")
  }

  /// What a spreadsheet takes for the beginning of a formula. A member may be called `=1+1`.
  private static let beginnings: Set<UInt8> = [
    UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D,
  ]

  /// The text as it may stand in a cell: a formula gets an apostrophe before it, which spreadsheets
  /// take for the sign of a text.
  func text(_ text: String) -> String {
    guard self != .programs, let first = text.utf8.first else { return text }
    // An amount that stands in a cell as text is an amount all the same.
    if text.isAmount { return text.replacing(".", with: ",") }
    return Self.beginnings.contains(first) ? "'" + text : text
  }

  /// A choice: its code for programs, its words for people where there are any.
  func choice(_ code: String, _ shown: String) -> String {
    self == .programs || shown.isEmpty ? code : shown
  }

  /// Yes or no.
  func flag(_ flag: Bool, _ shown: String) -> String {
    guard case .spreadsheet(let language) = self else { return flag ? "true" : "false" }
    guard shown.isEmpty else { return shown }
    return (flag ? Phrase(id: "ya", en: "yes") : Phrase(id: "tidak", en: "no"))[language]
  }

  /// The name of a column, in a file of a schema where it means something of its own there.
  func heading(_ name: String, of schema: String? = nil) -> String {
    guard case .spreadsheet(let language) = self else { return name }
    let own = schema.flatMap { CSVHeadings.own[$0]?[name] }
    return (own ?? CSVHeadings.words[name])?[language] ?? name
  }
}

extension String {
  /// Whether it is an amount as programs write it: `-12345.67`.
  fileprivate var isAmount: Bool {
    let digits = hasPrefix("-") ? dropFirst() : self[...]
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count),
      parts.allSatisfy({ part in
        !part.isEmpty && part.utf8.allSatisfy { (48...57).contains($0) }
      })
    else { return false }
    return (parts[0] == "0" || !parts[0].hasPrefix("0"))
      && (parts.count == 1 || parts[1].count == 2)
  }
}
