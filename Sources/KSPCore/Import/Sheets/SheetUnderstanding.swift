/// What a sheet was understood to be, before anything of it is stored.
///
/// The rule is that nothing is dropped without a word: every column is here with what it was taken
/// for or an example of what is left out, every way in which amounts and days were read, and every
/// row that is no row of the list.
public struct SheetUnderstanding: Hashable, Sendable, Codable {
  /// A cell that shows what is meant.
  public struct Example: Hashable, Sendable, Codable {
    /// The cell as it stands in the file.
    public let text: String
    /// Its line, counted from 1.
    public let line: Int
  }

  /// What becomes of a column.
  public enum Use: Hashable, Sendable, Codable {
    /// It was taken for a column of the list: the name that programs use, and what it is called.
    case taken(name: String, Phrase)
    /// It counts the rows.
    case counter(Example)
    /// Nothing stands in it.
    case empty
    /// It is left out; an example of what stands in it.
    case leftOut(Example)
    /// It is left out because somebody said so.
    case ignored(Example?)

    // What the values are called on a wire.
    private enum TakenCodingKeys: String, CodingKey { case name, _1 = "called" }
    private enum CounterCodingKeys: String, CodingKey { case _0 = "example" }
    private enum LeftOutCodingKeys: String, CodingKey { case _0 = "example" }
    private enum IgnoredCodingKeys: String, CodingKey { case _0 = "example" }
  }

  /// A column of the file.
  public struct Column: Hashable, Sendable, Codable {
    /// The letter by which spreadsheets name it.
    public let letter: String
    /// What stands above it.
    public let heading: String
    /// What becomes of it.
    public let use: Use
  }

  /// How a column of amounts or days was read.
  public struct Reading: Hashable, Sendable, Codable {
    /// The heading of the column.
    public let heading: String
    /// The writing in words.
    public let manner: Phrase
    /// A cell of it.
    public let example: Example
    /// What the cell was read as.
    public let value: Phrase
  }

  /// A row that is no row of the list.
  public struct LeftOutRow: Hashable, Sendable, Codable {
    /// Why it is left out.
    public enum Reason: String, CaseIterable, Hashable, Sendable, Codable {
      /// It adds up the rows above it.
      case total
      /// It repeats the headings.
      case heading
      /// It has a number but no amount.
      case noAmount
      /// It is a remark: nobody's, and without an amount.
      case remark
    }

    /// Its line, counted from 1.
    public let line: Int
    /// Why.
    public let reason: Reason
    /// What stands in it, cells parted by blanks.
    public let text: String
  }

  /// The file as the caller named it.
  public let file: String
  /// What kind of list it was read as.
  public let kind: String
  /// How its characters are coded.
  public internal(set) var encoding: SheetEncoding
  /// What parts its cells: `,`, `;` or a tab.
  public var separator: Character { parting.first ?? "," }
  /// The same as the text that crosses a wire, which no single character does.
  private let parting: String
  /// The line on which the headings stand.
  public internal(set) var headingLine: Int
  /// What stands above them, line by line.
  public internal(set) var titles: [Example] = []
  /// The columns, in the order of the file.
  public internal(set) var columns: [Column] = []
  /// How columns of amounts and days were read.
  public internal(set) var readings: [Reading] = []
  /// The rows that are left out, in the order of the file; blank ones are only counted.
  public internal(set) var leftOutRows: [LeftOutRow] = []
  /// How many rows are blank.
  public internal(set) var blankRows = 0
  /// How many rows are left.
  public internal(set) var rows = 0
  /// What is unlikely about the sheet, though it can be read: a sum that is not that of its rows.
  public internal(set) var warnings: [Phrase] = []

  private enum CodingKeys: String, CodingKey {
    case file, kind, encoding, headingLine, titles, columns, readings, leftOutRows, blankRows, rows
    case warnings
    case parting = "separator"
  }

  init(
    file: String, kind: String, encoding: SheetEncoding, separator: Character, headingLine: Int
  ) {
    self.file = file
    self.kind = kind
    self.encoding = encoding
    parting = String(separator)
    self.headingLine = headingLine
  }
}
