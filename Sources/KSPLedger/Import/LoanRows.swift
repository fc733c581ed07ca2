import KSPCore

/// Takes over the loans that the rows of a sheet have.
struct LoanRows {
  struct Item {
    let opening: LoanOpening
    let row: CSVRow
  }

  let session: PostingSession
  let columns: LoanColumns
  let date: BookDate
  let note: EntryNote

  /// Takes all of them over; what is wrong with a row is said at its cell.
  func store(_ rows: [Item], _ run: inout ImportRun) throws {
    var lines: [String: Int] = [:]
    // Rows with a number first, so that numbers given out to the others cannot take theirs.
    for item in rows.filter({ $0.opening.number != nil })
      + rows.filter({ $0.opening.number == nil })
    {
      let opening = item.opening
      if let first = lines[opening.reference] {
        run.refuse(
          .importDuplicate(opening.number?.text ?? opening.member.text, firstLine: first), item.row,
          at: columns.number)
        continue
      }
      lines[opening.reference] = item.row.position.line
      try store(item, &run)
    }
  }

  private func store(_ item: Item, _ run: inout ImportRun) throws {
    var sums: [(ImportReport.Total.Kind, Rupiah)] = []
    let sheet = run.sheet
    try run.store(item.row, at: columns.member) {
      do {
        let (takeover, isNew) = try TakeoverDesk(session).takeOver(item.opening, on: date, note)
        sums = [
          (.outstanding, takeover.outstanding), (.interestArrears, takeover.interestArrears),
          (.lateFee, item.opening.lateFee),
        ]
        return isNew
      } catch let error as LedgerError where error.isRefusal {
        throw error.at(sheet.place(item.row, columns.column(for: error.code)))
      }
    }
    for (kind, amount) in sums { run.count(kind, amount, item.row, at: columns.member) }
  }
}
