import KSPCore

/// Takes running planned savings over from a table, against the clearing account of the opening
/// balances.
struct PlannedImport {
  private struct Item {
    let new: NewPlannedSavings
    let missed: Int?
    let row: CSVRow

    /// By what the savings are known again.
    var reference: String {
      "saldo-awal/berencana/\(new.member)/\(new.product)/\(new.openedOn)/\(new.monthly)"
    }
  }

  private let session: PostingSession
  private let date: BookDate
  private let way: ImportWay
  private let sheet: Sheet
  private let columns: PlannedColumns

  init(_ sheet: Sheet, session: PostingSession, on date: BookDate, _ way: ImportWay) {
    self.session = session
    self.date = date
    self.way = way
    self.sheet = sheet
    columns = PlannedColumns(sheet)
  }

  func run() throws -> ImportReport {
    var run = try ImportRun(sheet, needed: columns.needed, way)
    let names = NameCheck(session: session, name: sheet.column("name"))
    let rows = run.read { cells -> Item? in
      let read = columns.read(&cells, on: date)
      names.check(read?.new.member, &cells)
      return read.map { Item(new: $0.new, missed: $0.missed, row: cells.row) }
    }
    var lines = FirstLines()
    for item in rows
    where lines.isFirst(
      item.reference, item.new.member.text, item.row, at: columns.member, &run)
    { try store(item, &run) }
    return try run.finishOpening(session, on: date)
  }

  private func store(_ item: Item, _ run: inout ImportRun) throws {
    var balance = Rupiah.zero
    try run.store(item.row, at: columns.column(for:)) {
      var note = way.note
      note.reference = try EntryReplay(session: session).standing(item.reference).reference
      let isKnown = try session.recordedAct(note.reference) != nil
      let card = try PlannedDesk(session: session).open(item.new, note: note)
      balance = card.balance
      if let missed = item.missed, missed != card.missed {
        throw LedgerError.plannedMissedOther(missed, expected: card.missed)
      }
      return !isKnown
    }
    run.count(.plannedSavings, balance, item.row, at: columns.member)
  }
}
