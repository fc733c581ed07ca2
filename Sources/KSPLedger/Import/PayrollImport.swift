import GRDB
import KSPCore

/// Takes what a payroll office deducted from many members: one voucher for loans, and one for
/// savings.
///
/// The list is known by its reference; without one by its content in the month, so that the same
/// list is not booked twice without a word.
struct PayrollImport {
  private let session: PostingSession
  private let files: LoanFiles
  private let desk: RepaymentDesk
  private let sheet: Sheet
  private let columns: PayrollColumns
  private let terms: PayrollTerms
  private let date: BookDate
  private let payer: AccountCode?
  private let way: ImportWay

  init(
    _ sheet: Sheet, session: PostingSession, on date: BookDate, from payer: AccountCode?,
    _ terms: PayrollTerms, _ way: ImportWay
  ) {
    self.session = session
    self.sheet = sheet
    self.date = date
    self.payer = payer
    self.terms = terms
    self.way = way
    files = LoanFiles(session)
    desk = RepaymentDesk(session)
    columns = PayrollColumns(sheet)
  }

  func run() throws -> RepaymentListReport {
    var run = try ImportRun(sheet, needed: columns.needed, way)
    if let problem = columns.contradiction(sheet) { run.refuse(problem) }
    let names = NameCheck(session: session, name: columns.name)
    let rows = run.read { cells in columns.read(&cells, names) }
    guard way.note.reference == nil else { return try book(rows, run, under: way.note) }
    var note = way.note
    note.reference = derivedReference(rows)
    do {
      return try book(rows, run, under: note)
    } catch let error as LedgerError
      where [.referenceReused, .referenceReversed].contains(error.code)
    {
      let known = try session.recordedAct(note.reference)
      // What was taken back may be booked once more, under the next name; not what stands.
      if error.code == .referenceReversed {
        let replay = EntryReplay(session: session)
        guard try known.map(replay.standing(of:))?.isEmpty ?? true else { throw error }
        note.reference = try replay.standing(note.reference ?? "").reference
        return try book(rows, run, under: note)
      }
      throw LedgerError.payrollSameList(
        by: known?.entries.map(\.number.description).joined(separator: ", ") ?? "",
        month: date.month)
    }
  }

  private func book(
    _ rows: [PayrollRow], _ start: ImportRun, under note: EntryNote
  ) throws -> RepaymentListReport {
    try files.withReference(of: note) { earlier in
      var run = start
      let dues = try DuesReader(session.db, session.catalog)
      let division = try PayrollDivision(
        session: session, desk: desk, files: files, reader: files.reader(), terms: terms,
        order: order, date: date, dues: dues, earlier: earlier)
      try session.catalog.requireUsable(order, in: date.month) { product in
        dues.asking(product, in: date.month) != nil
      }
      var book = PayrollBook(session: session, date: date)
      for row in rows {
        try run.store(row.row, at: columns.keyColumn) {
          let parts = try division.parts(of: row)
          try book.add(parts, line: row.row.position.line)
          return true
        }
      }
      let understanding = try run.finish().understanding
      guard !rows.isEmpty else { throw LedgerError.importEmpty(sheet.understanding) }
      var report = try book.post(
        from: desk.payer(payer, note, on: date), RepaymentWay(date: date, payer: nil, note: note),
        desk,
        file: sheet.file)
      report.understanding = understanding
      if rows.contains(where: { isDividedByOrder($0) }) {
        report.order = order
        report.isBookOrder = terms.order == nil
      }
      return report
    } differing: { earlier in
      try EntryReplay(session: session).differing(
        [.repayment, .deposit], on: date, from: earlier) ?? EntryReplay.amountOrChoice
    }
  }

  /// The order that holds: that of the list, or else that of the book.
  private var order: PayrollOrder {
    terms.order ?? session.catalog.settings.payrollOrder ?? PayrollOrder()
  }

  /// Whether a row leaves to the order what it pays.
  private func isDividedByOrder(_ row: PayrollRow) -> Bool {
    guard !order.steps.isEmpty, row.loan == nil else { return false }
    return row.sum != nil || row.installment != nil && order.steps.contains(.loans)
  }

  /// A reference that the same rows have in the same month, and no others.
  private func derivedReference(_ rows: [PayrollRow]) -> String {
    let text = rows.map(\.fingerprint).joined(separator: "\n") + "\n\(payer?.text ?? "")"
    let digest = SHA256Digest.of(Array(text.utf8)).prefix(6)
    let digits = digest.map { byte in
      let text = String(byte, radix: 16)
      return byte < 16 ? "0" + text : text
    }
    return "potong-gaji/\(date.month)/\(digits.joined())"
  }
}
