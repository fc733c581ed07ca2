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
  /// Whether a loan that differs takes the place of the one in the book.
  let corrects: Bool

  /// Takes all of them over; what is wrong with a row is said at its cell.
  func store(_ rows: [Item], _ run: inout ImportRun) throws {
    var lines = FirstLines()
    // Rows with a number first, so that numbers given out to the others cannot take theirs.
    for item in rows.filter({ $0.opening.number != nil })
      + rows.filter({ $0.opening.number == nil })
    {
      let opening = item.opening
      let name = opening.number?.text ?? opening.member.text
      if lines.isFirst(opening.reference, name, item.row, at: columns.number, &run) {
        try store(item, &run)
      }
    }
  }

  private func store(_ item: Item, _ run: inout ImportRun) throws {
    var sums: [(ImportReport.Total.Kind, Rupiah)] = []
    var isCorrection = false
    try run.store(item.row, at: columns.column(for:)) {
      let (takeover, outcome) = try TakeoverDesk(session).takeOver(
        item.opening, on: date, note, corrects: corrects)
      isCorrection = outcome == .corrected
      sums = [
        (.outstanding, takeover.outstanding), (.interestArrears, takeover.interestArrears),
        (.lateFee, item.opening.lateFee),
      ]
      return outcome != .known
    }
    if isCorrection { run.corrected += 1 }
    for (kind, amount) in sums { run.count(kind, amount, item.row, at: columns.member) }
  }
}
