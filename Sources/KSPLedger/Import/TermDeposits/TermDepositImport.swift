import KSPCore

/// Takes running term deposits over from a table, against the clearing account of the opening
/// balances.
struct TermDepositImport {
  private struct Item {
    let opening: TermDepositOpening
    let nextDue: BookDate?
    let row: CSVRow

    /// By what the deposit is known again: its certificate, or what it is.
    var reference: String {
      let name =
        opening.certificate
        ?? "\(opening.member)/\(opening.opened)/\(opening.tenor)/\(opening.principal)"
      return "saldo-awal/berjangka/\(name)"
    }
  }

  private let session: PostingSession
  private let date: BookDate
  private let way: ImportWay
  private let sheet: Sheet
  private let columns: TermDepositColumns

  init(_ sheet: Sheet, session: PostingSession, on date: BookDate, _ way: ImportWay) {
    self.session = session
    self.date = date
    self.way = way
    self.sheet = sheet
    columns = TermDepositColumns(sheet)
  }

  func run() throws -> ImportReport {
    var run = try ImportRun(sheet, needed: columns.needed, way)
    let names = NameCheck(session: session, name: sheet.column("name"))
    let rows = run.read { cells -> Item? in
      let read = columns.read(&cells, on: date)
      names.check(read?.opening.member, &cells)
      return read.map { Item(opening: $0.opening, nextDue: $0.nextDue, row: cells.row) }
    }
    var lines = FirstLines()
    for item in rows
    where lines.isFirst(
      item.reference, item.opening.certificate ?? item.opening.member.text, item.row,
      at: item.opening.certificate == nil ? columns.member : columns.certificate, &run)
    { try store(item, &run) }
    return try run.finishOpening(session, on: date)
  }

  private func store(_ item: Item, _ run: inout ImportRun) throws {
    try run.store(item.row, at: columns.column(for:)) {
      var note = way.note
      note.reference = try EntryReplay(session: session).standing(item.reference).reference
      let desk = TermDepositDesk(session: session)
      let receipt: Receipt
      do {
        receipt = try desk.open(item.opening, note: note)
      } catch let error as LedgerError where error.code == .referenceReused {
        // The key follows from the row: nobody can give another one.
        throw error.advising(
          Phrase(
            id: "Kalau berkas ini yang benar, balik dulu bukti itu, lalu impor lagi.",
            en: "Where this file is right, reverse that voucher first, then import again."))
      }
      guard !receipt.isReplay, let account = receipt.account else { return false }
      try desk.requireNextDue(item.nextDue, of: account)
      return true
    }
    run.count(.termDeposits, item.opening.principal, item.row, at: columns.member)
  }
}
