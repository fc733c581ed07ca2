/// One value in a row of a table; text tables and CSV write the same cell in their own way.
public enum Cell: Sendable {
  /// Nothing.
  case blank
  /// A text.
  case text(String)
  /// A day.
  case date(BookDate)
  /// A voucher number.
  case entry(EntryNumber)
  /// An amount: grouped for people, a plain decimal for programs.
  case amount(Rupiah)
  /// A count.
  case count(Int)

  /// A text, or nothing.
  static func optional(_ text: String?) -> Cell { text.map { .text($0) } ?? .blank }
  /// A day, or nothing.
  static func optional(_ date: BookDate?) -> Cell { date.map { .date($0) } ?? .blank }
  /// A voucher, or nothing.
  static func optional(_ entry: EntryNumber?) -> Cell { entry.map { .entry($0) } ?? .blank }
  /// A sum that may have left the countable range, which a total must not hide: then `…`.
  static func total(_ sen: Int128) -> Cell {
    Int64(exactly: sen).map { .amount(Rupiah(sen: $0)) } ?? .text("…")
  }
  /// An amount, or nothing when it is zero: empty columns read more easily than zeros.
  static func unlessZero(_ amount: Rupiah) -> Cell { amount.isZero ? .blank : .amount(amount) }
}
