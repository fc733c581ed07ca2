/// A book that a cooperative keeps, with its rows as the ledger knows them; a form has none.
public struct Register: Hashable, Sendable, Codable {
  /// A cell of a row.
  public enum Value: Hashable, Sendable, Codable {
    /// A text; nil for nothing.
    case text(String?)
    /// A text in both languages.
    case phrase(Phrase)
    /// A day; nil for none.
    case date(BookDate?)
    /// An amount.
    case amount(Rupiah)

    // What the values are called on a wire.
    private enum TextCodingKeys: String, CodingKey { case _0 = "value" }
    private enum PhraseCodingKeys: String, CodingKey { case _0 = "value" }
    private enum DateCodingKeys: String, CodingKey { case _0 = "value" }
    private enum AmountCodingKeys: String, CodingKey { case _0 = "value" }
  }

  /// Which book.
  public let book: RegisterBook
  /// The days that it is about.
  public let period: BookPeriod
  /// Its rows: a cell for each column of the book.
  public let rows: [[Value]]
  /// What its columns that are added up come to is called.
  public let sumName: Phrase
  /// What stands below the sums, in the same columns.
  public let foot: [[Value]]

  /// The lines of a form that is filled in by hand.
  public static let blankLines = 24

  /// A book with its rows.
  package init(
    _ book: RegisterBook, of period: BookPeriod, rows: [[Value]],
    sumName: Phrase = Phrase(id: "Jumlah", en: "Total"), foot: [[Value]] = []
  ) {
    self.book = book
    self.period = period
    self.rows = rows
    self.sumName = sumName
    self.foot = foot
  }
}
