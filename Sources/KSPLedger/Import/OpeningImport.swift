import GRDB
import KSPCore

/// Brings in opening balances against the clearing account.
struct OpeningImport {
  private let session: PostingSession
  private let desk: OpeningDesk
  private let date: BookDate
  private let way: ImportWay
  private let sheet: Sheet
  private let columns: OpeningColumns

  init(_ sheet: Sheet, session: PostingSession, on date: BookDate, _ way: ImportWay) {
    self.session = session
    self.date = date
    self.way = way
    self.sheet = sheet
    desk = OpeningDesk(session: session, date: date, note: way.note, corrects: way.corrects)
    columns = OpeningColumns(sheet)
  }

  func run() throws -> ImportReport {
    // A table of members only, or of accounts only, needs the columns of its kind alone.
    var run = try ImportRun(sheet, needed: columns.needed(sheet), way)
    if let problem = columns.contradiction(sheet) { run.refuse(problem) }
    let names = NameCheck(session: session, name: columns.name)
    let rows = run.read { cells in columns.read(&cells, names) }
    try store(rows.flatMap(\.balances), &run)
    try LoanRows(
      session: session, columns: columns.loan, date: date, note: way.note, corrects: way.corrects
    ).store(rows.compactMap(\.loan), &run)
    try takeOver(rows.compactMap(\.dues), &run)
    return try run.finishOpening(session, on: date)
  }

  /// Enters where members stand with their dues on the day.
  private func takeOver(_ dues: [OpeningRow.Dues], _ run: inout ImportRun) throws {
    let desk = DuesDesk(session: session)
    for dues in dues {
      try run.store(dues.row, at: columns.dues.paidUntil) {
        try desk.takeOverOnce(
          dues.member, DuesTakeover(dues.standing, asOf: date), note: way.note.under(nil))
      }
    }
  }

  private func store(_ openings: [OpeningBalance], _ run: inout ImportRun) throws {
    var lines = FirstLines()
    for opening in openings {
      let key = desk.reference(opening.target)
      guard lines.isFirst(key, key, opening.row, at: opening.column, &run) else { continue }
      // What account it is, and so the sum, is said where it is stored.
      if let sum = try? desk.sum(opening.target),
        !run.count(sum.0, sum.1, opening.row, at: opening.column)
      {
        continue
      }
      var isCorrection = false
      try run.store(opening.row, at: { columns.column(for: $0, of: opening) }) {
        let outcome = try desk.store(opening.target)
        isCorrection = outcome.isCorrection
        return outcome.isNew
      }
      if isCorrection { run.corrected += 1 }
    }
  }
}
