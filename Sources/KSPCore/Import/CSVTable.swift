/// A CSV file taken apart row by row, with the place of every cell (RFC 4180, `,` or `;`).
///
/// The file is held once, as bytes; a row is taken apart when it is asked for, and again when it is
/// asked for again, so that a large file costs little more than its own size.
///
/// ```swift
/// let table = try CSVTable(text, file: "anggota.csv")
/// let name = table.column(["name", "nama"])
/// var problems: [LedgerError] = []
/// let names = table.read(problems: &problems) { cells in cells.text(name) }
/// ```
package struct CSVTable: RowSource, Sendable {
  /// The names of the columns in lower case, without spaces around them.
  package let header: [String]
  /// The file as the caller named it.
  package let file: String
  private let headerRow: CSVRow
  private let rowsBelow: CSVScanner

  /// Takes the first line of a text as the names of the columns.
  ///
  /// - Throws: `import.unreadable`, with its place, for an empty file, a column named twice, and
  ///   quotes in the first line that do not close as they should.
  package init(_ text: String, file: String) throws(LedgerError) {
    var scanner = CSVScanner(Array(text.utf8))
    let first: CSVRow
    switch scanner.next() {
    case .row(let row): first = row
    case .fault(let fault): throw fault.error(in: file)
    case nil:
      throw .importUnreadable(
        Phrase(id: "berkas ini kosong", en: "the file is empty"),
        at: LedgerError.Place(file: file, line: 1, column: 1))
    }
    var names: [String] = []
    for index in first.cells.indices {
      let name = first.text(index).lowercased()
      guard !names.contains(name) else {
        throw .importUnreadable(
          Phrase(id: "kolom “\(name)” tertulis dua kali", en: "column “\(name)” is given twice"),
          at: first.place(index, in: file))
      }
      names.append(name)
    }
    self.file = file
    header = names
    headerRow = first
    rowsBelow = scanner
  }

  /// A column of the file under any of the names it may have; it may be missing.
  package func column(_ names: [String]) -> CSVColumn {
    CSVColumn(names: names, index: header.firstIndex { names.contains($0) })
  }

  /// What must be said when a column is needed: nil when it is there.
  package func missing(_ column: CSVColumn) -> LedgerError? {
    column.index == nil ? .importColumnMissing(column, file: file) : nil
  }

  /// What must be said about the columns of the file that are none of those that are known: what
  /// stands in them would be dropped without a word.
  ///
  /// A known column that is there a second time, under another of its names, would be dropped too.
  package func unknown(besides known: [CSVColumn]) -> [LedgerError] {
    header.indices.filter { index in !known.contains { $0.index == index } }.map { index in
      let place = headerRow.place(index, in: file)
      let name = header[index]
      guard let twin = known.first(where: { $0.names.contains(name) })?.index else {
        return .importColumnUnknown(name, known: known.map(\.names), at: place)
      }
      return .importUnreadable(
        Phrase(
          id: "kolom “\(name)” sama artinya dengan kolom “\(header[twin])”",
          en: "column “\(name)” means the same as column “\(header[twin])”"), at: place)
    }
  }

  /// The place of a cell of a row; of the row where the column is missing.
  package func place(_ row: CSVRow, _ column: CSVColumn) -> LedgerError.Place {
    row.place(column.index, in: file)
  }

  /// Reads the rows below the header, in the order of the file; blank lines are left out.
  ///
  /// Nothing stops the reading but a quote that is never closed. A row that cannot be taken apart,
  /// or that has more or fewer cells than the header, is handed to `unreadable`.
  package func forEachRow(
    _ body: (CSVRow) throws -> Void, unreadable: (LedgerError) -> Void
  ) rethrows {
    var scanner = rowsBelow
    while let next = scanner.next() {
      switch next {
      case .row(let row) where row.cells.count == header.count: try body(row)
      case .row(let row):
        unreadable(
          .importCellCount(row, expected: header.count, file: file))
      case .fault(let fault): unreadable(fault.error(in: file))
      }
    }
  }

  /// Takes a row apart again, as ``forEachRow(_:unreadable:)`` gave it.
  package func row(at position: CSVPosition) -> CSVRow? {
    var scanner = rowsBelow
    scanner.position = position
    guard case .row(let row) = scanner.next() else { return nil }
    return row
  }
}
