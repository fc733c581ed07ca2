/// One value in a row of a table; text, pages, CSV and JSON write the same cell in their own way.
public enum Cell: Sendable {
  /// Nothing: an empty cell, `null` in JSON.
  case blank
  /// A text.
  case text(String)
  /// A name that is the same in every language for programs, and its words for people.
  case coded(String, shown: String)
  /// Yes or no: `true` or `false` for programs, and its words for people.
  case flag(Bool, shown: String = "")
  /// A day.
  case date(BookDate)
  /// A voucher number.
  case entry(EntryNumber)
  /// An amount: grouped for people, a plain decimal for programs.
  case amount(Rupiah)
  /// An amount that people see nothing of when it is zero: empty columns read more easily than
  /// zeros. For programs it is an amount like others.
  case unlessZero(Rupiah)
  /// A count.
  case count(Int)

  /// A text, or nothing.
  public static func optional(_ text: String?) -> Cell { text.map { .text($0) } ?? .blank }
  /// A day, or nothing.
  public static func optional(_ date: BookDate?) -> Cell { date.map { .date($0) } ?? .blank }
  /// A voucher, or nothing.
  public static func optional(_ entry: EntryNumber?) -> Cell { entry.map { .entry($0) } ?? .blank }
  /// An amount, or nothing.
  public static func optional(_ amount: Rupiah?) -> Cell { amount.map { .amount($0) } ?? .blank }
  /// A count, or nothing.
  public static func optional(_ count: Int?) -> Cell { count.map { .count($0) } ?? .blank }
  /// A sum in sen that may have left the countable range, which a total must not hide: then `…`.
  public static func total(_ sen: Int128) -> Cell {
    Int64(exactly: sen).map { .amount(Rupiah(sen: $0)) } ?? .text("…")
  }

  /// The cell as people see it, with what is only for programs left out.
  var forPeople: Cell {
    switch self {
    case .coded(_, let shown), .flag(_, let shown): .text(shown)
    case .unlessZero(let amount): amount.isZero ? .blank : .amount(amount)
    case .blank, .text, .date, .entry, .amount, .count: self
    }
  }
}
