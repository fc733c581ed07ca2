import KSPCore

/// Reads the list as the paymaster returns it: a sum for each member who was deducted.
struct ClaimImport {
  private let session: PostingSession
  private let way: ImportWay
  private let sheet: Sheet
  private let number: Int
  private let date: BookDate

  init(
    _ sheet: Sheet, of number: Int, session: PostingSession, on date: BookDate, _ way: ImportWay
  ) {
    self.session = session
    self.sheet = sheet
    self.number = number
    self.date = date
    self.way = way
  }

  private typealias Deducted = (
    row: CSVRow, member: MemberNumber, amount: Rupiah, asked: Rupiah?
  )

  func run() throws -> ClaimReceipt {
    let member = sheet.column("member")
    let (asked, deducted) = (sheet.column("asked"), sheet.column("deducted"))
    var run = try ImportRun(sheet, needed: [member, deducted], way)
    let names = NameCheck(session: session, name: sheet.column("name"))
    let rows = run.read { cells -> Deducted? in
      let number: MemberNumber? = cells.number(member)
      names.check(number, &cells)
      // A dash or nothing means that nothing was deducted.
      let amount = cells.optionalAmount(deducted) ?? .zero
      let wanted = cells.optionalAmount(asked)
      guard let number else { return nil }
      return (cells.row, number, amount, wanted)
    }
    var sums: [MemberNumber: Rupiah] = [:]
    for row in rows { sums[row.member] = row.amount }
    if let replay = try ClaimReplay(session: session).receipt(
      .sums(sums), of: number, on: date, way.note)
    {
      return replay
    }
    var booking = try ClaimBooking(session, number, on: date)
    var lines: [MemberNumber: Int] = [:]
    for row in rows {
      try run.store(row.row, at: deducted) {
        if let first = lines[row.member] {
          throw LedgerError.importDuplicate(row.member.text, firstLine: first)
        }
        lines[row.member] = row.row.position.line
        let debtor = booking.debtors[row.member]
        if let asked = row.asked, let debtor, ![debtor.asked, debtor.open].contains(asked) {
          throw LedgerError.importRowSum(
            sheet.column("asked").heading ?? "asked", written: asked, computed: debtor.asked)
        }
        try booking.add(row.amount, of: row.member)
        return true
      }
    }
    _ = try run.finish()
    return try booking.post(way.note)
  }
}
