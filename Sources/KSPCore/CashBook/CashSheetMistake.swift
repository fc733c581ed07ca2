/// Something in a cash book that does not recompute, or cannot be: what is printed, and what is
/// right. The sheet is never repaired; somebody has to look.
public struct CashSheetMistake: Hashable, Sendable, Codable {
  /// What kind of mistake it is.
  public enum Kind: String, CaseIterable, Sendable, Codable {
    /// The balance beside a row is not the one before with its amount.
    case balance
    /// What is brought forward is not what the sheet before left.
    case opening
    /// A sum of the month is not that of its rows.
    case monthTotal = "month-total"
    /// A sum since the beginning of the year is not that of the sheets.
    case cumulative
    /// A day that its month does not have, such as 31 June; it is read as the last one.
    case dayBeyond = "day-beyond"
    /// A day of another month than the sheet.
    case dayOutside = "day-outside"
    /// A day before that of the row above.
    case dayBackwards = "day-backwards"

    /// The name for people.
    public var name: Phrase {
      switch self {
      case .balance: Phrase(id: "Saldo baris", en: "Balance of a row")
      case .opening: Phrase(id: "Saldo awal", en: "Brought forward")
      case .monthTotal: Phrase(id: "Jumlah bulan", en: "Sum of the month")
      case .cumulative: Phrase(id: "Jumlah sampai bulan ini", en: "Sum to date")
      case .dayBeyond: Phrase(id: "Tanggal tidak ada", en: "No such day")
      case .dayOutside: Phrase(id: "Tanggal bulan lain", en: "Day of another month")
      case .dayBackwards: Phrase(id: "Tanggal mundur", en: "Day goes back")
      }
    }
  }

  /// The column of the cell.
  public enum Column: String, CaseIterable, Sendable, Codable {
    /// What came in (debet).
    case received = "in"
    /// What went out (kredit).
    case paid = "out"
    /// What is left (saldo).
    case balance
    /// The day.
    case date

    /// The name for people.
    public var name: Phrase {
      switch self {
      case .received: Phrase(id: "Debet", en: "In")
      case .paid: Phrase(id: "Kredit", en: "Out")
      case .balance: Phrase(id: "Saldo", en: "Balance")
      case .date: Phrase(id: "Tanggal", en: "Date")
      }
    }
  }

  /// What kind of mistake it is.
  public let kind: Kind
  /// The file as the caller named it.
  public let file: String
  /// The file without its folder.
  public var name: String { String(CashAnswers.name(file)) }
  /// The line of the file.
  public let line: Int
  /// The column of the cell.
  public let column: Column
  /// What the row is called: its description, the label of a sum.
  public let label: String
  /// What is printed there.
  public let printed: String
  /// What is right.
  public let right: String
  /// The last line whose balance carries the mistake on; nil where none does.
  public internal(set) var carriedTo: Int?

  /// A mistake in an amount.
  init(
    _ kind: Kind, _ file: String, _ line: Int, _ column: Column, label: String, printed: Rupiah,
    right: Rupiah
  ) {
    self.kind = kind
    self.file = file
    self.line = line
    self.column = column
    self.label = label
    self.printed = printed.formatted
    self.right = right.formatted
  }

  /// A mistake in a day; what is right is the day it is read as.
  init(_ kind: Kind, _ file: String, _ line: Int, label: String, printed: String, right: String) {
    self.kind = kind
    self.file = file
    self.line = line
    column = .date
    self.label = label
    self.printed = printed
    self.right = right
  }
}
