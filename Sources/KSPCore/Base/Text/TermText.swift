/// How the parts of one term are written: `1%,min=10000,max=500000`, `0.1%/day:arrears,grace=3`.
enum TermText {
  /// The parts that commas in front of a letter divide; a decimal comma divides nothing.
  static func parts(_ text: Substring) -> [Substring] {
    var parts: [Substring] = []
    var start = text.startIndex
    for index in text.indices where text[index] == "," {
      let next = text.index(after: index)
      guard next < text.endIndex, text[next].isLetter else { continue }
      parts.append(text[start..<index])
      start = next
    }
    return parts + [text[start...]]
  }

  /// Both sides of the first sign; nil where there is none.
  static func divided(_ text: Substring, at sign: Character) -> (Substring, Substring)? {
    guard let place = text.firstIndex(of: sign) else { return nil }
    return (text[..<place], text[text.index(after: place)...])
  }

  /// An amount that is not below zero.
  static func amount(_ text: some StringProtocol) throws(LedgerError) -> Rupiah {
    let amount = try Rupiah(parsing: text)
    guard !amount.isNegative else { throw .amountNotPositive(amount) }
    return amount
  }

  /// A number that is not below zero.
  static func count(_ text: some StringProtocol) throws(LedgerError) -> Int {
    guard let count = Int(text), count >= 0 else {
      throw .termUnreadable(String(text), oneOf: ["0", "1", "2"])
    }
    return count
  }

  /// Whether a text says that there is none of something.
  static func isNone(_ text: some StringProtocol) -> Bool {
    ["none", "tanpa", "tidak-ada"].contains(text.lowercased())
  }

  /// Yes or no.
  static func flag(_ text: some StringProtocol) throws(LedgerError) -> Bool {
    switch text.lowercased() {
    case "true", "yes", "ya": return true
    case "false", "no", "tidak": return false
    default:
      throw .termUnreadable(String(text), oneOf: ["yes", "no"], indonesian: ["ya", "tidak"])
    }
  }
}
