extension Rupiah: CustomStringConvertible {
  /// The exact decimal text for machines: `500000`, `-12345.67`. No grouping, no currency.
  public var description: String {
    let (whole, rest) = magnitude.quotientAndRemainder(dividingBy: 100)
    let sign = sen < 0 ? "-" : ""
    guard rest != 0 else { return "\(sign)\(whole)" }
    return "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }

  /// The Indonesian form for people, without currency: `1.500.000` or `1.500.000,50`.
  public var grouped: String {
    let (whole, rest) = magnitude.quotientAndRemainder(dividingBy: 100)
    var text = sen < 0 ? "-" : ""
    let digits = String(whole)
    for (index, digit) in digits.enumerated() {
      if index > 0 && (digits.count - index).isMultiple(of: 3) { text.append(".") }
      text.append(digit)
    }
    guard rest != 0 else { return text }
    return "\(text),\(rest < 10 ? "0" : "")\(rest)"
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
  /// and is a decimal point only in front of exactly two; a comma is always a decimal comma with
  /// two digits. `1.5` and `1,500` are refused, because readers of the two languages would
  /// disagree about them.
  ///
  /// - Throws: `amount.unreadable`, or `amount.overflow` for a number that is too large.
  public init(parsing text: some StringProtocol) throws(LedgerError) {
    var rest = Substring(text).trimmingSpaces()
    var isNegative = false
    func takeSign() {
      if rest.first == "-" {
        isNegative.toggle()
        rest = rest.dropFirst()
      }
    }
    takeSign()
    if rest.lowercased().hasPrefix("rp") {
      rest = rest.dropFirst(2).trimmingSpaces()
      if rest.first == "." { rest = rest.dropFirst().trimmingSpaces() }
      if !isNegative { takeSign() }
    }
    guard let (whole, fraction) = Rupiah.splitDecimal(rest) else {
      throw .amountUnreadable(String(text))
    }
    var total: Int128 = 0
    for digit in whole + fraction {
      // Thirty digits are far beyond any amount; stopping here keeps the sum inside Int128.
      guard total < 1_000_000_000_000_000_000_000_000_000_000 else { throw .amountOverflow() }
      total = total * 10 + Int128(digit)
    }
    try self.init(sen: isNegative ? -total : total)
  }

  /// The digits before and the two digits after the decimal mark, or nil where that is unclear.
  private static func splitDecimal(_ text: Substring) -> (whole: [UInt8], fraction: [UInt8])? {
    var groups: [[UInt8]] = [[]]
    var marks: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        groups[groups.count - 1].append(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "."), UInt8(ascii: ","):
        marks.append(byte)
        groups.append([])
      default:
        return nil
      }
    }
    guard groups.allSatisfy({ !$0.isEmpty }) else { return nil }
    var fraction: [UInt8] = [0, 0]
    if let last = marks.last, groups[groups.count - 1].count == 2 || last == UInt8(ascii: ",") {
      fraction = groups.removeLast()
      marks.removeLast()
      guard fraction.count == 2 else { return nil }
    }
    guard marks.allSatisfy({ $0 == UInt8(ascii: ".") }) else { return nil }
    if groups.count > 1 {
      guard (1...3).contains(groups[0].count) else { return nil }
      guard groups.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
    }
    return (groups.flatMap { $0 }, fraction)
  }
}

extension Substring {
  /// The text without spaces (plain and no-break) and tabs at either end.
  func trimmingSpaces() -> Substring {
    func isSpace(_ character: Character) -> Bool {
      character == " " || character == "\t" || character == "\u{00A0}"
    }
    var rest = self.drop(while: isSpace)
    while let last = rest.last, isSpace(last) { rest = rest.dropLast() }
    return rest
  }
}
