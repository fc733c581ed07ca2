/// Reads typed values from the cells of one row and collects every mistake, at the place of its
/// cell.
///
/// A value that is wrong reads as nil, so that the other cells of the row can still be looked at;
/// whether the row is right is known when all of it has been read.
public struct RowReader {
  /// The row.
  public let row: CSVRow
  /// The mistakes so far.
  public private(set) var problems: [LedgerError] = []
  private let file: String

  /// A reader of one row.
  public init(_ row: CSVRow, file: String) {
    self.row = row
    self.file = file
  }

  /// Notes a mistake at a column's cell.
  public mutating func refuse(_ problem: LedgerError, at column: CSVColumn) {
    problems.append(problem.at(row.place(column.index, in: file)))
  }

  /// Whether a cell holds anything; false where the column is missing.
  public func hasText(_ column: CSVColumn) -> Bool {
    column.index.map { !row.text($0).isEmpty } ?? false
  }

  /// The text of a cell; nil when the column is missing or the cell is blank.
  ///
  /// A text that is too long or cannot be printed is a mistake (`entry.noteUnacceptable`).
  public mutating func optionalText(_ column: CSVColumn) -> String? {
    guard let index = column.index else { return nil }
    let text = row.text(index)
    guard !text.isEmpty else { return nil }
    guard text.isPrintable else {
      refuse(.noteUnacceptable(text), at: column)
      return nil
    }
    return text
  }

  /// The text of a cell that must not be blank (`import.cellMissing`).
  public mutating func text(_ column: CSVColumn) -> String? {
    let before = problems.count
    let text = optionalText(column)
    if text == nil, problems.count == before {
      refuse(.importCellMissing(column.names[0]), at: column)
    }
    return text
  }

  /// The value of a cell that may be blank; what `parse` throws is a mistake of the cell.
  public mutating func optionalValue<Value>(
    _ column: CSVColumn, _ parse: (String) throws(LedgerError) -> Value
  ) -> Value? {
    guard let text = optionalText(column) else { return nil }
    return value(of: text, column, parse)
  }

  /// The value of a cell that must not be blank; what `parse` throws is a mistake of the cell.
  public mutating func value<Value>(
    _ column: CSVColumn, _ parse: (String) throws(LedgerError) -> Value
  ) -> Value? {
    guard let text = text(column) else { return nil }
    return value(of: text, column, parse)
  }

  private mutating func value<Value>(
    of text: String, _ column: CSVColumn, _ parse: (String) throws(LedgerError) -> Value
  ) -> Value? {
    do throws(LedgerError) {
      return try parse(text)
    } catch {
      refuse(error, at: column)
      return nil
    }
  }
}
