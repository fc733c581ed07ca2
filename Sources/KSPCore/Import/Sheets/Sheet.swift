/// A list as somebody brings it, read and understood: which column is which, how amounts and days
/// are written, which rows are rows of the list.
///
/// Nothing is guessed and nothing dropped without a word: what was understood is a value to show
/// before anything is stored, and what cannot be decided is among the ``problems``.
///
/// ```swift
/// let sheet = try Sheet(SheetText(bytes, file: "anggota.csv"), as: .members)
/// print(sheet.understanding.columns)
/// guard sheet.problems.isEmpty else { throw LedgerError.importRefused(
///   file: sheet.file, problems: sheet.problems) }
/// ```
package struct Sheet: RowSource, Sendable {
  /// The file as the caller named it.
  package let file: String
  /// What it was read as.
  package let kind: SheetKind
  /// What it was understood to be.
  package internal(set) var understanding: SheetUnderstanding
  /// Why it cannot be taken as it is; empty for a sheet that can.
  package internal(set) var problems: [LedgerError] = []
  let headings: [SheetHeader.Heading]
  private let rowsBelow: CSVScanner
  private let leftOut: Set<Int>
  private let plan: SheetPlan
  private let writings: [AmountWriting?]

  /// Reads a list.
  ///
  /// - Parameters:
  ///   - text: The content of the file.
  ///   - kind: What list it is.
  ///   - ignoring: Columns to leave out, by their heading or letter: those that hold amounts or say
  ///     that somebody is out are left out only so.
  ///   - keepsZeros: Whether a row whose amounts are zero says something.
  /// - Throws: `import.unreadable` for a file without a row, `import.notTable` for a web page.
  package init(
    _ text: SheetText, as kind: SheetKind, ignoring: [String] = [], keepsZeros: Bool = false
  ) throws(LedgerError) {
    if let foreign = ForeignFile(text.bytes) { throw .importNotTable(foreign, file: text.file) }
    let header = try SheetHeader.find(text, for: kind)
    file = text.file
    self.kind = kind
    headings = header.headings
    rowsBelow = header.rowsBelow
    var understanding = SheetUnderstanding(
      file: text.file, kind: kind.name, encoding: text.encoding,
      separator: Character(UnicodeScalar(header.separator)), headingLine: header.line)
    understanding.titles = header.titles
    var problems: [LedgerError] = []
    let ignored = Self.ignored(ignoring, header.headings, file: text.file, &problems)
    var plan = SheetPlan(header.headings, kind, ignoring: ignored)
    var survey = SheetSurvey(
      header.rowsBelow, header.headings, plan, kind, keepsZeros: keepsZeros)
    let judge = SheetJudge(kind: kind, headings: header.headings, file: text.file)
    problems += judge.settle(&plan, &survey, header.rowsBelow, keepsZeros: keepsZeros)
    understanding.warnings = survey.settleTotals(header.rowsBelow, header.headings)
    problems += judge.problems(plan, survey.profiles) { line, column in
      Self.place(line, column, in: header.rowsBelow, file: text.file)
    }
    understanding.columns = judge.columns(plan, survey.profiles)
    understanding.readings = judge.readings(plan, survey.profiles)
    understanding.leftOutRows = survey.leftOutRows
    understanding.blankRows = survey.blankRows
    understanding.rows = survey.rows
    self.plan = plan
    writings = survey.profiles.map(\.writing)
    leftOut = Set(survey.leftOut.keys)
    self.understanding = understanding
    self.problems = problems
  }

  /// The place of a cell of the row that begins on a line.
  private static func place(
    _ line: Int, _ column: Int, in rows: CSVScanner, file: String
  ) -> LedgerError.Place {
    var scanner = rows
    while let next = scanner.next() {
      guard case .row(let row) = next, row.position.line == line else { continue }
      return row.place(column < row.cells.count ? column : nil, in: file)
    }
    return LedgerError.Place(file: file, line: line, column: 1)
  }

  /// The columns that somebody wants left out; one that the sheet has not is a problem.
  private static func ignored(
    _ names: [String], _ headings: [SheetHeader.Heading], file: String,
    _ problems: inout [LedgerError]
  ) -> Set<Int> {
    var ignored: Set<Int> = []
    for name in names {
      let wanted = SheetName.normalized(name)
      var places = headings.indices.filter { headings[$0].readings.contains(wanted) }
      if places.isEmpty {
        places = headings.indices.filter { SheetName.letter($0).lowercased() == wanted }
      }
      if places.isEmpty {
        problems.append(
          .importIgnoredUnknown(
            name, known: headings.map(\.text).filter { !$0.isEmpty }, file: file))
      }
      ignored.formUnion(places)
    }
    return ignored
  }

  /// A column of the list under its name; it may be missing.
  package func column(_ name: String) -> CSVColumn {
    let index = plan.index[name]
    let known = kind.column(name)
    var column = CSVColumn(
      names: known?.spokenNames ?? [name], index: index, label: known?.heading)
    if let index {
      column.amounts = writings[index]
      column.heading = headings[index].text
    }
    return column
  }

  /// The savings products that have a column of their own, by code.
  package var productColumns: [(product: ProductCode, column: CSVColumn)] {
    kind.columns.compactMap { column in
      guard let product = kind.products[column.name], plan.index[column.name] != nil else {
        return nil
      }
      return (product, self.column(column.name))
    }
  }

  /// What must be said when a column is needed: nil when it is there.
  package func missing(_ column: CSVColumn) -> LedgerError? {
    // Where several columns claim to be it, that is said.
    guard column.index == nil, plan.rivals[column.names[0]] == nil else { return nil }
    return .importColumnMissing(
      column, file: file, line: understanding.headingLine,
      found: headings.map(\.text).filter { !$0.isEmpty })
  }

  /// Where the heading of a column stands; the first line of headings where it is missing.
  package func headingPlace(_ column: CSVColumn) -> LedgerError.Place {
    headings[column.index ?? 0].place
  }

  /// The place of a cell of a row; of the row where the column is missing.
  package func place(_ row: CSVRow, _ column: CSVColumn) -> LedgerError.Place {
    row.place(column.index.flatMap { $0 < row.cells.count ? $0 : nil }, in: file)
  }

  /// Reads the rows of the list, in the order of the file; a row that cannot be taken apart, or has
  /// not as many cells as there are headings, is handed to `unreadable`.
  package func forEachRow(
    _ body: (CSVRow) throws -> Void, unreadable: (LedgerError) -> Void
  ) rethrows {
    var scanner = rowsBelow
    while let next = scanner.next() {
      switch next {
      case .row(let row):
        if !leftOut.isEmpty, leftOut.contains(row.position.offset) { continue }
        if row.cells.count == headings.count || isOnlyLonger(row) {
          try body(row)
        } else {
          unreadable(
            .importCellCount(row, expected: headings.count, file: file))
        }
      case .fault(let fault): unreadable(fault.error(in: file))
      }
    }
  }

  /// Whether the cells that a row has too many are blank.
  private func isOnlyLonger(_ row: CSVRow) -> Bool {
    row.cells.count > headings.count
      && (headings.count..<row.cells.count).allSatisfy { row.isBlank($0) }
  }

  /// Takes a row apart again, as ``forEachRow(_:unreadable:)`` gave it.
  package func row(at position: CSVPosition) -> CSVRow? {
    var scanner = rowsBelow
    scanner.position = position
    guard case .row(let row) = scanner.next() else { return nil }
    return row
  }
}
