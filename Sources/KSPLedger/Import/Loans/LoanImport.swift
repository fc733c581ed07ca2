import KSPCore

/// Takes running loans over from a table, against the clearing account of the opening balances.
struct LoanImport {
  private let session: PostingSession
  private let date: BookDate
  private let way: ImportWay
  private let sheet: Sheet
  private let columns: LoanColumns

  init(_ sheet: Sheet, session: PostingSession, on date: BookDate, _ way: ImportWay) {
    self.session = session
    self.date = date
    self.way = way
    self.sheet = sheet
    columns = LoanColumns(sheet)
  }

  func run() throws -> ImportReport {
    var run = try ImportRun(sheet, needed: columns.needed, way)
    let names = NameCheck(session: session, name: sheet.column("name"))
    let rows = run.read { cells in
      let opening = columns.read(&cells)
      names.check(opening?.member, &cells)
      return opening.map { LoanRows.Item(opening: $0, row: cells.row) }
    }
    try LoanRows(
      session: session, columns: columns, date: date, note: way.note, corrects: way.corrects
    ).store(rows, &run)
    return try run.finishOpening(session, on: date)
  }
}
