import KSPCore

/// Takes running loans over from a table, against the clearing account of the opening balances.
struct LoanImport {
  private struct Row {
    let opening: LoanOpening
    let row: CSVRow
  }

  private let session: PostingSession
  private let date: BookDate
  private let note: EntryNote
  private let table: CSVTable
  private let columns: LoanColumns

  init(_ table: CSVTable, session: PostingSession, on date: BookDate, note: EntryNote) {
    self.session = session
    self.date = date
    self.note = note
    self.table = table
    columns = LoanColumns(table)
  }

  func run(progress: ((Int) -> Void)?) throws -> ImportReport {
    var run = try ImportRun(table, needed: columns.needed(table), progress: progress)
    let rows = run.read { cells in
      columns.read(&cells).map { Row(opening: $0, row: cells.row) }
    }
    var lines: [String: Int] = [:]
    var sums: [(ImportReport.Total.Kind, Rupiah)] = []
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
      try run.store(item.row, at: columns.member) {
        do {
          let (takeover, isNew) = try TakeoverDesk(session).takeOver(opening, on: date, note)
          sums += [
            (.outstanding, takeover.outstanding), (.interestArrears, takeover.interestArrears),
            (.lateFee, opening.lateFee),
          ]
          return isNew
        } catch let error as LedgerError where error.isRefusal {
          throw error.at(table.place(item.row, columns.column(for: error.code)))
        }
      }
    }
    let clearing = try session.account(session.catalog.account(.openingClearing))
    for (kind, amount) in sums { try run.count(kind, amount) }
    return try run.finish(openingDifference: clearing.balance)
  }
}
