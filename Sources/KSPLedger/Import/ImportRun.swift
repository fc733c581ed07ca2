import GRDB
import KSPCore

/// Collects what becomes of the rows of an import: all problems are reported together.
struct ImportRun {
  let sheet: Sheet
  private let progress: ((Int) -> Void)?
  private var problems: [LedgerError] = []
  private var rows = 0
  /// Whether a statement broke off half-way, so that nothing more can be stored.
  private var isBroken = false
  private var stored = 0
  private var alreadyStored = 0
  private var totals: [ImportReport.Total] = []
  var assigned: [ImportReport.AssignedNumber] = []
  var corrected = 0
  var warnings: [Phrase] = []

  /// Says what the sheet was understood to be, and starts with the columns that its rows cannot do
  /// without.
  init(_ sheet: Sheet, needed: [CSVColumn], _ way: ImportWay) throws {
    self.sheet = sheet
    progress = way.progress
    way.understood?(sheet.understanding)
    problems = sheet.problems + needed.compactMap { sheet.missing($0) }
    try refuseProblems()
  }

  /// Reads every row; the mistakes of all of them are remembered.
  mutating func read<Row>(_ parse: (inout RowReader) -> Row?) -> [Row] {
    sheet.read(problems: &problems) { cells in
      rows += 1
      return parse(&cells)
    }
  }

  /// Reads one row; its mistakes are remembered.
  mutating func read<Row>(_ row: CSVRow, _ parse: (inout RowReader) -> Row?) -> Row? {
    rows += 1
    var cells = RowReader(row, file: sheet.file)
    let value = parse(&cells)
    problems += cells.problems
    return cells.problems.isEmpty ? value : nil
  }

  /// Stores one row; a refusal is remembered at the place of a cell.
  ///
  /// `body` returns false when the row had been stored before.
  mutating func store(_ row: CSVRow, at column: CSVColumn, _ body: () throws -> Bool) throws {
    try store(row, at: { _ in column }, body)
  }

  /// The same where the column follows from what is refused.
  mutating func store(
    _ row: CSVRow, at column: (LedgerError.Code) -> CSVColumn, _ body: () throws -> Bool
  ) throws {
    guard !isBroken else { return }
    do {
      if try body() { stored += 1 } else { alreadyStored += 1 }
    } catch let error as LedgerError where error.isRefusal {
      refuse(error, row, at: column(error.code))
    } catch let error as DatabaseError {
      // A balance of the book grew too large: the row is named, and no further one is tried.
      let known = LedgerError(wrapping: error, path: sheet.file)
      guard known.code == .amountOverflow else { throw error }
      refuse(known, row, at: column(known.code))
      isBroken = true
    }
    let done = stored + alreadyStored
    if done.isMultiple(of: 1_000) { progress?(done) }
  }

  /// Adds an amount of a row to the sums of the file; nothing is no row. A sum that is too large
  /// to count is a mistake of the row that makes it so, which is not to be stored.
  ///
  /// - Returns: Whether it could be added.
  @discardableResult
  mutating func count(
    _ kind: ImportReport.Total.Kind, _ amount: Rupiah, _ row: CSVRow, at column: CSVColumn
  ) -> Bool {
    guard !amount.isZero else { return true }
    let place = totals.firstIndex { $0.kind == kind }
    let before = place.map { totals[$0] } ?? ImportReport.Total(kind, rows: 0, amount: .zero)
    do throws(LedgerError) {
      let total = ImportReport.Total(
        kind, rows: before.rows + 1, amount: try before.amount + amount)
      if let place { totals[place] = total } else { totals.append(total) }
      return true
    } catch {
      refuse(error, row, at: column)
      return false
    }
  }

  mutating func refuse(_ problem: LedgerError) {
    problems.append(problem)
  }

  mutating func refuse(_ problem: LedgerError, _ row: CSVRow, at column: CSVColumn) {
    problems.append(problem.place == nil ? problem.at(sheet.place(row, column)) : problem)
  }

  /// The report, or the refusal of the whole file.
  func finish(openingDifference: Rupiah? = nil) throws -> ImportReport {
    try refuseProblems()
    var report = ImportReport(
      file: sheet.file, rows: rows, stored: stored, alreadyStored: alreadyStored,
      openingDifference: openingDifference,
      totals: ImportReport.Total.Kind.allCases.compactMap { kind in
        totals.first { $0.kind == kind }
      })
    report.understanding = sheet.understanding
    report.assigned = assigned
    report.corrected = corrected
    report.warnings = warnings
    return report
  }

  /// The report of what was taken over on a day, with what is left on the clearing account of the
  /// opening balances.
  mutating func finishOpening(
    _ session: PostingSession, on date: BookDate
  ) throws -> ImportReport {
    let first = session.catalog.settings.firstMonth
    if date >= first.firstDay {
      // Allowed for what was forgotten, and it cannot be mended once the month is closed.
      let usual = try first.previous().lastDay
      warnings.append(
        Phrase(
          id: """
            Saldo awal ini bertanggal \(date), di dalam buku yang mulai \(first.name.indonesian): \
            jasa dan laporan sebelum tanggal itu tidak mengenalnya. Biasanya \(usual).
            """,
          en: """
            These opening balances are of \(date), inside the book, which begins in \
            \(first.name.english): interest and reports before that day know nothing of them. \
            They are usually of \(usual).
            """))
    }
    let clearing = try session.account(session.catalog.account(.openingClearing))
    return try finish(openingDifference: clearing.balance)
  }

  private func refuseProblems() throws {
    guard !problems.isEmpty else { return }
    let ordered = problems.enumerated().sorted {
      let (left, right) = ($0.element.place, $1.element.place)
      return (left?.line ?? 0, left?.column ?? 0, $0.offset)
        < (right?.line ?? 0, right?.column ?? 0, $1.offset)
    }
    throw LedgerError.importRefused(file: sheet.file, problems: ordered.map(\.element))
  }
}
