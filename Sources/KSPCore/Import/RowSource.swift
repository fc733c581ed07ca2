/// What hands out rows: a table whose headings are fixed, or a sheet as somebody brings it.
package protocol RowSource {
  /// The file as the caller named it.
  var file: String { get }

  /// Hands out the rows in the order of the file; what is no row of it goes to `unreadable`.
  func forEachRow(
    _ body: (CSVRow) throws -> Void, unreadable: (LedgerError) -> Void
  ) rethrows
}

extension RowSource {
  /// Reads every row into a value; all mistakes of all rows are collected.
  ///
  /// - Parameters:
  ///   - problems: Receives the mistakes, in the order of the file.
  ///   - parse: Reads the cells of one row; nil, or any mistake, leaves the row out.
  /// - Returns: The rows without a mistake, in the order of the file.
  package func read<Row>(
    problems: inout [LedgerError], _ parse: (inout RowReader) -> Row?
  ) -> [Row] {
    var rows: [Row] = []
    var found: [LedgerError] = []
    forEachRow { row in
      var cells = RowReader(row, file: file)
      if let value = parse(&cells), cells.problems.isEmpty { rows.append(value) }
      found += cells.problems
    } unreadable: { problem in
      found.append(problem)
    }
    problems += found
    return rows
  }
}

extension LedgerError {
  /// A row has not as many cells as there are headings.
  static func importCellCount(_ row: CSVRow, expected: Int, file: String) -> LedgerError {
    .importUnreadable(
      Phrase(
        id: "baris ini punya \(row.cells.count) kolom, seharusnya \(expected)",
        en: "this row has \(row.cells.count) cells instead of \(expected)"),
      at: row.place(min(row.cells.count, expected) - 1, in: file))
  }
}
