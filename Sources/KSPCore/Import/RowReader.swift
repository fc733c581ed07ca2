/// Reads typed values from the cells of one row; an error gets the place of its cell.
public struct RowReader: Sendable {
  private let row: CSVTable.Row
  private let table: CSVTable

  /// A reader of one row of a table.
  public init(_ row: CSVTable.Row, _ table: CSVTable) {
    self.row = row
    self.table = table
  }

  /// The place of a column's cell in this row, or of the row itself.
  public func place(_ names: [String]) -> LedgerError.Place {
    table.place(row, table.column(names))
  }

  /// The text of a cell; nil when the column is missing or the cell is blank.
  ///
  /// - Throws: `entry.noteUnacceptable` when the text is too long or cannot be printed.
  public func optionalText(_ names: [String]) throws(LedgerError) -> String? {
    guard let column = table.column(names) else { return nil }
    let text = String(Substring(row.cells[column]).trimmingSpaces())
    guard !text.isEmpty else { return nil }
    guard text.count <= 500, text.unicodeScalars.allSatisfy({ $0.value >= 0x20 }) else {
      throw LedgerError.noteUnacceptable(text).at(place(names))
    }
    return text
  }

  /// The text of a cell that must not be blank.
  ///
  /// - Throws: `import.columnMissing`, `import.cellMissing`, `entry.noteUnacceptable`.
  public func text(_ names: [String]) throws(LedgerError) -> String {
    guard table.column(names) != nil else {
      throw .importColumnMissing(names, file: table.file)
    }
    guard let text = try optionalText(names) else {
      throw LedgerError.importCellMissing(names[0]).at(place(names))
    }
    return text
  }

  /// The value of a cell that may be blank.
  ///
  /// - Throws: What `parse` throws, at the place of the cell.
  public func optionalValue<Value>(
    _ names: [String], _ parse: (String) throws(LedgerError) -> Value
  ) throws(LedgerError) -> Value? {
    guard let text = try optionalText(names) else { return nil }
    do throws(LedgerError) {
      return try parse(text)
    } catch {
      throw error.at(place(names))
    }
  }

  /// The value of a cell that must not be blank.
  ///
  /// - Throws: `import.columnMissing`, `import.cellMissing`, and what `parse` throws, at the place
  ///   of the cell.
  public func value<Value>(
    _ names: [String], _ parse: (String) throws(LedgerError) -> Value
  ) throws(LedgerError) -> Value {
    let text = try text(names)
    do throws(LedgerError) {
      return try parse(text)
    } catch {
      throw error.at(place(names))
    }
  }
}
