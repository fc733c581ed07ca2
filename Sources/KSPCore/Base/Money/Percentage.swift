/// Percentages with at most seven decimals, counted in billionths of the whole.
enum Percentage {
  /// All of it, 100 %.
  static let whole: Int64 = 1_000_000_000
  /// The largest that is accepted, 1,000 %.
  static let largest: Int64 = 10_000_000_000

  /// Reads digits with one decimal point or comma; nil for anything else, for more decimals than
  /// are kept exactly and for more than ``largest``.
  static func billionths(_ text: some StringProtocol) -> Int64? {
    let pieces = text.split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == "." || $0 == "," })
    guard pieces.count <= 2, !pieces[0].isEmpty, pieces[0].count <= 4,
      pieces.count == 1 || (1...7).contains(pieces[1].count),
      pieces.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else { return nil }
    let decimals = pieces.count == 2 ? String(pieces[1]) : ""
    let scaled = pieces[0] + decimals + String(repeating: "0", count: 7 - decimals.count)
    guard let billionths = Int64(scaled), billionths <= largest else { return nil }
    return billionths
  }

  /// Reads a percentage that stands in source code, and stops the program where it is none.
  static func literal(_ text: StaticString) -> Int64 {
    guard let billionths = billionths("\(text)") else {
      preconditionFailure("“\(text)” is no percentage from 0 to 1000 with at most 7 decimals")
    }
    return billionths
  }

  /// The percentage with a decimal point and no sign: 10,000,000 is `1`.
  static func text(_ billionths: Int64) -> String {
    let (whole, rest) = billionths.quotientAndRemainder(dividingBy: 10_000_000)
    guard rest != 0 else { return "\(whole)" }
    var digits = String(rest)
    digits = String(repeating: "0", count: 7 - digits.count) + digits
    while digits.last == "0" { digits.removeLast() }
    return "\(whole).\(digits)"
  }
}
