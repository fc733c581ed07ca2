import KSPCore

/// Enters the days without business that a sheet names; those that the book has stay as they are.
struct HolidayImport {
  private let session: PostingSession
  private let way: ImportWay
  private let sheet: Sheet

  init(_ sheet: Sheet, session: PostingSession, _ way: ImportWay) {
    self.session = session
    self.way = way
    self.sheet = sheet
  }

  func run() throws -> ImportReport {
    let (date, name) = (sheet.column("date"), sheet.column("name"))
    var run = try ImportRun(sheet, needed: [date, name], way)
    let rows = run.read { cells -> (row: CSVRow, holiday: Holiday)? in
      let (day, name) = (cells.date(date), cells.text(name))
      guard let day, let name else { return nil }
      return (cells.row, Holiday(day: day, name: name))
    }
    let desk = SettingsDesk(session: session)
    for (row, holiday) in rows {
      try run.store(row, at: name) {
        try !desk.addHolidays([holiday], note: way.note).isEmpty
      }
    }
    return try run.finish()
  }
}
