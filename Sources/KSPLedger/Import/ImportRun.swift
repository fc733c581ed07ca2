import KSPCore

/// Collects what becomes of the rows of an import: all problems are reported together.
struct ImportRun {
  private let table: CSVTable
  private var problems: [LedgerError] = []
  private var stored = 0
  private var alreadyStored = 0

  init(_ table: CSVTable, columns: [[String]]) throws {
    self.table = table
    for names in columns where table.column(names) == nil {
      throw LedgerError.importColumnMissing(names, file: table.file)
    }
  }

  /// Parses every row; rows that cannot be parsed are remembered as problems.
  mutating func parse<Row>(_ parse: (RowReader) throws(LedgerError) -> Row) -> [Row] {
    var parsed: [Row] = []
    for row in table.rows {
      do throws(LedgerError) {
        parsed.append(try parse(RowReader(row, table)))
      } catch {
        problems.append(error)
      }
    }
    return parsed
  }

  /// Stores one row; a refusal is remembered at the place of the row.
  ///
  /// - Parameter body: Returns false when the row had been stored before.
  mutating func store(at place: LedgerError.Place, _ body: () throws -> Bool) throws {
    do {
      if try body() { stored += 1 } else { alreadyStored += 1 }
    } catch let error as LedgerError where error.category == .refused || error.category == .missing
    {
      problems.append(error.place == nil ? error.at(place) : error)
    }
  }

  mutating func refuse(_ problem: LedgerError) {
    problems.append(problem)
  }

  /// The report, or the refusal of the whole file.
  func finish(openingDifference: Rupiah? = nil) throws -> ImportReport {
    guard problems.isEmpty else {
      let ordered = problems.sorted { ($0.place?.line ?? 0) < ($1.place?.line ?? 0) }
      throw LedgerError.importRefused(
        file: table.file, rows: table.rows.count, problems: ordered)
    }
    return ImportReport(
      file: table.file, rows: table.rows.count, stored: stored, alreadyStored: alreadyStored,
      openingDifference: openingDifference)
  }
}
