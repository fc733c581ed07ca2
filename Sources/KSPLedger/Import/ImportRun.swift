import KSPCore

/// Collects what becomes of the rows of an import: all problems are reported together.
struct ImportRun {
  let table: CSVTable
  private let progress: ((Int) -> Void)?
  private var problems: [LedgerError] = []
  private var rows = 0
  private var stored = 0
  private var alreadyStored = 0
  private var totals: [ImportReport.Total.Kind: (rows: Int, amount: Rupiah)] = [:]

  /// Starts with the columns that the rows cannot do without.
  ///
  /// `progress` hears how many rows are done, every thousand.
  init(_ table: CSVTable, needed: [CSVColumn], progress: ((Int) -> Void)?) throws {
    self.table = table
    self.progress = progress
    problems = needed.compactMap { table.missing($0) }
    try refuseProblems()
  }

  /// Reads every row; the mistakes of all of them are remembered.
  mutating func read<Row>(_ parse: (inout RowReader) -> Row?) -> [Row] {
    table.read(problems: &problems) { cells in
      rows += 1
      return parse(&cells)
    }
  }

  /// Reads one row; its mistakes are remembered.
  mutating func read<Row>(_ row: CSVRow, _ parse: (inout RowReader) -> Row?) -> Row? {
    rows += 1
    var cells = RowReader(row, file: table.file)
    let value = parse(&cells)
    problems += cells.problems
    return cells.problems.isEmpty ? value : nil
  }

  /// Stores one row; a refusal is remembered at the place of a cell.
  ///
  /// `body` returns false when the row had been stored before.
  mutating func store(_ row: CSVRow, at column: CSVColumn, _ body: () throws -> Bool) throws {
    do {
      if try body() { stored += 1 } else { alreadyStored += 1 }
    } catch let error as LedgerError where error.isRefusal {
      refuse(error, row, at: column)
    }
    let done = stored + alreadyStored
    if done.isMultiple(of: 1_000) { progress?(done) }
  }

  /// Adds an amount of a row to the sums of the file; nothing is no row.
  mutating func count(_ kind: ImportReport.Total.Kind, _ amount: Rupiah) throws(LedgerError) {
    guard !amount.isZero else { return }
    let before = totals[kind] ?? (0, .zero)
    totals[kind] = (before.rows + 1, try before.amount + amount)
  }

  mutating func refuse(_ problem: LedgerError) {
    problems.append(problem)
  }

  mutating func refuse(_ problem: LedgerError, _ row: CSVRow, at column: CSVColumn) {
    problems.append(problem.place == nil ? problem.at(table.place(row, column)) : problem)
  }

  /// The report, or the refusal of the whole file.
  func finish(openingDifference: Rupiah? = nil) throws -> ImportReport {
    try refuseProblems()
    return ImportReport(
      file: table.file, rows: rows, stored: stored, alreadyStored: alreadyStored,
      openingDifference: openingDifference,
      totals: ImportReport.Total.Kind.allCases.compactMap { kind in
        totals[kind].map { ImportReport.Total(kind, rows: $0.rows, amount: $0.amount) }
      })
  }

  private func refuseProblems() throws {
    guard !problems.isEmpty else { return }
    let ordered = problems.enumerated().sorted {
      let (left, right) = ($0.element.place, $1.element.place)
      return (left?.line ?? 0, left?.column ?? 0, $0.offset)
        < (right?.line ?? 0, right?.column ?? 0, $1.offset)
    }
    throw LedgerError.importRefused(file: table.file, problems: ordered.map(\.element))
  }
}
