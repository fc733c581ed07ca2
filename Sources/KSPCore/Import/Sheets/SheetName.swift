/// The name above a column as it is compared: letters and digits in lower case, nothing else.
///
/// `No. Anggota`, `NO_ANGGOTA` and `no-anggota` are one name. What stands in parentheses, such as a
/// unit, does not belong to it: `Jumlah (Rp)` is `jumlah`.
enum SheetName {
  /// The letters and digits of a heading in lower case; `#` is `no`.
  static func normalized(_ heading: some StringProtocol) -> String {
    let text = heading.lowercased()
    let kept = String(text.filter { $0.isLetter || $0.isNumber })
    return kept.isEmpty && text.contains("#") ? "no" : kept
  }

  /// Whether a text is compared as a heading is, without making it where it is plain: every row may
  /// be the heading once more.
  static func isNormalized(_ text: String, to heading: String) -> Bool {
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else { return normalized(text) == heading }
    var rest = heading.utf8.makeIterator()
    var isAnything = false
    for byte in text.utf8 {
      let letter = byte | 0x20
      let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(letter)
      guard isLetter || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { continue }
      isAnything = true
      guard rest.next() == (isLetter ? letter : byte) else { return false }
    }
    return isAnything ? rest.next() == nil : normalized(text) == heading
  }

  /// The ways in which a heading may be meant, the fullest first.
  static func readings(_ heading: String) -> [String] {
    let full = normalized(heading)
    var bare = ""
    var depth = 0
    for character in heading {
      if character == "(" || character == "[" { depth += 1 }
      if depth == 0 { bare.append(character) }
      if character == ")" || character == "]" { depth = max(0, depth - 1) }
    }
    var readings = [full, normalized(bare)]
    for unit in ["rupiah", "idr", "rp"] where full.hasSuffix(unit) && full != unit {
      readings.append(String(full.dropLast(unit.count)))
    }
    return readings.filter { !$0.isEmpty }
  }

  /// The letter by which spreadsheets name a column: A for the first one, AA after Z.
  static func letter(_ index: Int) -> String {
    var name = ""
    var rest = index + 1
    while rest > 0 {
      let digit = UInt8((rest - 1) % 26)
      name.insert(Character(UnicodeScalar(UInt8(ascii: "A") + digit)), at: name.startIndex)
      rest = (rest - 1) / 26
    }
    return name
  }
}
