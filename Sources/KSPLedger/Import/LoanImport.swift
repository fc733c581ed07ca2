import KSPCore

/// Takes running loans over from a table, against the clearing account of the opening balances.
struct LoanImport {
  private struct Row {
    let opening: LoanOpening
    let row: CSVRow
  }

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
      return opening.map { Row(opening: $0, row: cells.row) }
    }
    var lines: [String: Int] = [:]
    // Rows with a number first, so that numbers given out to the others cannot take theirs.
    for item in rows.filter({ $0.opening.number != nil })
      + rows.filter({ $0.opening.number == nil })
    {
      let opening = item.opening
      if let first = lines[opening.reference] {
        run.refuse(
          .importDuplicate(opening.number ?? opening.member, firstLine: first), item.row,
          at: columns.number)
        continue
      }
      lines[opening.reference] = item.row.position.line
      var sums: [(ImportReport.Total.Kind, Rupiah)] = []
      try run.store(item.row, at: columns.member) {
        do {
          let (takeover, isNew) = try TakeoverDesk(session).takeOver(opening, on: date, way.note)
          sums = [
            (.outstanding, takeover.outstanding), (.interestArrears, takeover.interestArrears),
            (.lateFee, opening.lateFee),
          ]
          return isNew
        } catch let error as LedgerError where error.isRefusal {
          throw error.at(sheet.place(item.row, columns.column(for: error.code)))
        }
      }
      for (kind, amount) in sums { run.count(kind, amount, item.row, at: columns.member) }
    }
    let clearing = try session.account(session.catalog.account(.openingClearing))
    return try run.finish(openingDifference: clearing.balance)
  }
}
