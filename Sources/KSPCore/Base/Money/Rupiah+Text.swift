extension Rupiah: CustomStringConvertible {
  /// The exact decimal text for machines: `500000`, `-12345.67`. No grouping, no currency.
  public var description: String {
    let (whole, rest) = senMagnitude.quotientAndRemainder(dividingBy: 100)
    let sign = sen < 0 ? "-" : ""
    guard rest != 0 else { return "\(sign)\(whole)" }
    return "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }

  /// The Indonesian form for people, without currency: `1.500.000` or `1.500.000,50`.
  public var grouped: String {
    let (whole, rest) = senMagnitude.quotientAndRemainder(dividingBy: 100)
    let text = (sen < 0 ? "-" : "") + Rupiah.grouped(String(whole))
    guard rest != 0 else { return text }
    return "\(text),\(rest < 10 ? "0" : "")\(rest)"
  }

  /// Whole digits with a dot before every three, however many there are: `-1234567` is
  /// `-1.234.567`.
  package static func grouped(_ whole: String) -> String {
    var text = whole.hasPrefix("-") ? "-" : ""
    let digits = whole.drop { $0 == "-" }
    for (index, digit) in digits.enumerated() {
      if index > 0 && (digits.count - index).isMultiple(of: 3) { text.append(".") }
      text.append(digit)
    }
    return text
  }

  /// The Indonesian form with its currency: `Rp1.500.000`, `-Rp50.000`.
  public var formatted: String {
    guard isNegative else { return "Rp" + grouped }
    return "-Rp" + grouped.dropFirst()
  }
}

extension Rupiah {
  /// Reads an amount as people and spreadsheets write it, refusing to guess.
  ///
  /// Accepted: `1500000`, `1.500.000`, `1.500.000,50`, `1500000,50`, `1500000.50`, each with an
  /// optional leading `-` and `Rp`. A dot groups thousands only in front of exactly three digits,
  /// and is a decimal point only alone and in front of exactly two; a comma is always a decimal
  /// comma with two digits. `1.5` and `1,500` are refused, because readers of the two languages
  /// would disagree about them. Whole rupiah may end as on a receipt: `Rp 50.000,-`.
  ///
  /// - Throws: `amount.unreadable`, or `amount.overflow` for a number that is too large.
  public init(parsing text: some StringProtocol) throws(LedgerError) {
    var rest = Substring(text).trimmingSpaces()
    var isNegative = false
    func takeSign() {
      guard rest.utf8.first == UInt8(ascii: "-") else { return }
      isNegative.toggle()
      rest = rest.dropFirst()
    }
    takeSign()
    if let first = rest.utf8.first, first | 0x20 == UInt8(ascii: "r"),
      rest.prefix(2).lowercased() == "rp"
    {
      rest = rest.dropFirst(2).trimmingSpaces()
      if rest.first == "." { rest = rest.dropFirst().trimmingSpaces() }
      if !isNegative { takeSign() }
    }
    let whole = rest.withoutEndOfWhole
    guard let sen = try Rupiah.sen(whole ?? rest, isWhole: whole != nil) else {
      throw .amountUnreadable(String(text))
    }
    try self.init(wideSen: isNegative ? -sen : sen)
  }

  /// The sen that digits with their marks stand for, or nil where that is unclear; what is said to
  /// be whole has no decimals.
  private static func sen(
    _ text: Substring, isWhole: Bool
  ) throws(LedgerError) -> Int128? {
    var total: Int128 = 0
    var length = 0
    var marks = 0
    var lastMark: UInt8 = 0
    var isGrouped = true
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        // Thirty digits are far beyond any amount; stopping here keeps the sum inside Int128.
        guard total < 1_000_000_000_000_000_000_000_000_000_000 else { throw .amountOverflow() }
        total = total * 10 + Int128(byte - UInt8(ascii: "0"))
        length += 1
      case UInt8(ascii: "."), UInt8(ascii: ","):
        guard length > 0, lastMark != UInt8(ascii: ",") else { return nil }
        isGrouped = isGrouped && (marks == 0 ? length <= 3 : length == 3)
        marks += 1
        lastMark = byte
        length = 0
      default:
        return nil
      }
    }
    guard length > 0 else { return nil }
    guard marks > 0 else { return total * 100 }
    if length == 2 || lastMark == UInt8(ascii: ",") {
      guard !isWhole else { return nil }
      // A last dot after other dots may be a misplaced one of thousands.
      let isClear = marks == 1 || (isGrouped && lastMark == UInt8(ascii: ","))
      return length == 2 && isClear ? total : nil
    }
    return length == 3 && isGrouped ? total * 100 : nil
  }
}

extension Substring {
  /// The text without what ends whole rupiah on a receipt: `50.000,-`; nil where nothing does.
  var withoutEndOfWhole: Substring? {
    guard utf8.last == UInt8(ascii: "-") else { return nil }
    return [",--", ",-", ".-"].first(where: hasSuffix).map { dropLast($0.count) }
  }

  /// The text without spaces (plain and no-break) and tabs at either end.
  func trimmingSpaces() -> Substring {
    func isSpace(_ scalar: Unicode.Scalar) -> Bool {
      scalar == " " || scalar == "\t" || scalar == "\u{00A0}"
    }
    var rest = unicodeScalars
    while let first = rest.first, isSpace(first) { rest.removeFirst() }
    while let last = rest.last, isSpace(last) { rest.removeLast() }
    return Substring(rest)
  }
}

extension Rupiah: Codable {
  /// Reads an amount as decimal text, as ``encode(to:)`` writes it.
  public init(from decoder: any Decoder) throws {
    self = try TextCoding.decode(decoder, Rupiah.init(parsing:))
  }

  /// Writes an amount as decimal text, `"12345.67"`: no number of JSON is exact enough for all.
  public func encode(to encoder: any Encoder) throws {
    try TextCoding.encode(self, encoder)
  }
}
