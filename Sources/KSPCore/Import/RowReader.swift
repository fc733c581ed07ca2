/// Reads typed values from the cells of one row and collects every mistake, at the place of its
/// cell.
///
/// A value that is wrong reads as nil, so that the other cells of the row can still be looked at;
/// whether the row is right is known when all of it has been read.
package struct RowReader {
  /// The row.
  package let row: CSVRow
  /// The mistakes so far.
  package private(set) var problems: [LedgerError] = []
  private let file: String

  /// A reader of one row.
  package init(_ row: CSVRow, file: String) {
    self.row = row
    self.file = file
  }

  /// Notes a mistake at a column's cell.
  package mutating func refuse(_ problem: LedgerError, at column: CSVColumn) {
    let index = column.index.flatMap { $0 < row.cells.count ? $0 : nil }
    problems.append(problem.at(row.place(index, in: file)))
  }

  /// Whether a cell holds anything but a dash; false where the column is missing.
  package func hasText(_ column: CSVColumn) -> Bool {
    column.index.map { !SheetRow.isNothing(row, $0) } ?? false
  }

  /// The text of a cell; nil when the column is missing, or the cell is blank or holds a dash.
  ///
  /// A text that is too long or cannot be printed is a mistake (`entry.noteUnacceptable`).
  package mutating func optionalText(_ column: CSVColumn) -> String? {
    guard let index = column.index else { return nil }
    let text = row.textIfAny(index)
    guard !text.isEmpty, !SheetWords.isDash(text) else { return nil }
    guard text.isPrintable else {
      refuse(.noteUnacceptable(text), at: column)
      return nil
    }
    return text
  }

  /// The text of a cell that must not be blank (`import.cellMissing`).
  package mutating func text(_ column: CSVColumn) -> String? {
    required(column) { $0.optionalText(column) }
  }

  /// The value of a cell that may be blank; what `parse` throws is a mistake of the cell.
  package mutating func optionalValue<Value>(
    _ column: CSVColumn, _ parse: (String) throws(LedgerError) -> Value
  ) -> Value? {
    guard let text = optionalText(column) else { return nil }
    return value(of: text, column, parse)
  }

  /// The value of a cell that must not be blank; what `parse` throws is a mistake of the cell.
  package mutating func value<Value>(
    _ column: CSVColumn, _ parse: (String) throws(LedgerError) -> Value
  ) -> Value? {
    guard let text = text(column) else { return nil }
    return value(of: text, column, parse)
  }

  // MARK: - As sheets write them

  /// The amount of a cell that may be blank, in the writing of its column; a dash is nothing.
  package mutating func optionalAmount(
    _ column: CSVColumn, _ check: (Rupiah) throws(LedgerError) -> Void = { _ in }
  ) -> Rupiah? {
    guard let text = optionalText(column), let cell = AmountCell(text) else { return nil }
    return value(of: text, column) { _ throws(LedgerError) in
      let amount = try cell.amount(column.amounts)
      try check(amount)
      return amount
    }
  }

  /// The amount of a cell that must not be blank (`import.cellMissing`).
  package mutating func amount(
    _ column: CSVColumn, _ check: (Rupiah) throws(LedgerError) -> Void = { _ in }
  ) -> Rupiah? {
    required(column) { $0.optionalAmount(column, check) }
  }

  /// A number of months or times that may be blank: a whole number that is not below zero.
  package mutating func optionalCount(_ column: CSVColumn) -> Int? {
    optionalValue(column, RowReader.count)
  }

  /// A number of months or times that must not be blank (`import.cellMissing`).
  package mutating func count(_ column: CSVColumn) -> Int? {
    value(column, RowReader.count)
  }

  private static func count(_ text: String) throws(LedgerError) -> Int {
    guard let count = Int(text), count >= 0 else {
      throw .termUnreadable(text, form: Phrase(id: "3 atau 12", en: "3 or 12"))
    }
    return count
  }

  /// The day of a cell that may be blank.
  package mutating func optionalDate(_ column: CSVColumn) -> BookDate? {
    optionalValue(column, RowReader.date)
  }

  /// The day of a cell that must not be blank (`import.cellMissing`).
  package mutating func date(_ column: CSVColumn) -> BookDate? {
    value(column, RowReader.date)
  }

  private static func date(_ text: String) throws(LedgerError) -> BookDate {
    // Nearly every day is written plainly.
    if let plain = try? BookDate(parsing: text) { return plain }
    return try DateCell(text).date
  }

  /// The number of somebody or something, which a spreadsheet must not have shortened.
  package mutating func optionalNumber(
    _ column: CSVColumn, _ parse: (String) throws(LedgerError) -> String = { $0 }
  ) -> String? {
    guard let text = optionalText(column) else { return nil }
    return value(of: text, column) { text throws(LedgerError) in
      guard !RowReader.isShortened(text) else { throw .importNumberShortened(text) }
      return try parse(text)
    }
  }

  /// The number of somebody or something that must not be blank (`import.cellMissing`).
  package mutating func number(_ column: CSVColumn) -> String? {
    required(column) { $0.optionalNumber(column) }
  }

  /// The number of a record, of the kind that is asked for.
  package mutating func optionalNumber<Number: RecordNumber>(_ column: CSVColumn) -> Number? {
    (optionalNumber(column) as String?).map(Number.init)
  }

  /// The number of a record that must not be blank, of the kind that is asked for.
  package mutating func number<Number: RecordNumber>(_ column: CSVColumn) -> Number? {
    (number(column) as String?).map(Number.init)
  }

  /// Whether a number stands as spreadsheets shorten long ones: `3.20101E+15`.
  static func isShortened(_ text: String) -> Bool {
    guard text.utf8.contains(where: { $0 | 0x20 == UInt8(ascii: "e") }),
      text.utf8.contains(UInt8(ascii: "+"))
    else { return false }
    return text.wholeMatch(of: /\d+([.,]\d+)?[eE]\+\d+/) != nil
  }

  /// The value of a cell that must not be blank; one that is wrong has been refused already.
  private mutating func required<Value>(
    _ column: CSVColumn, _ read: (inout RowReader) -> Value?
  ) -> Value? {
    let before = problems.count
    let value = read(&self)
    if value == nil, problems.count == before {
      refuse(.importCellMissing(column.called), at: column)
    }
    return value
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
