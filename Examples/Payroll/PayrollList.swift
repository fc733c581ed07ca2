import KSPLedger

/// What an employer's payroll office sends: a national number and an amount per employee.
struct PayrollList {
  /// One deduction on its way into a member's savings.
  struct Deposit {
    let member: Member
    let product: String
    let amount: Rupiah
    let date: BookDate
    let reference: String

    /// The reference makes it safe to post a list again after a crash or by mistake.
    func post(to ledger: Ledger, dryRun: Bool) throws(LedgerError) -> Receipt {
      try ledger.deposit(
        amount, member: member.number, product: product, on: date,
        reference: reference, note: EntryNote(memo: "potong gaji"), dryRun: dryRun)
    }
  }

  private struct Row {
    let nik: String
    let amount: Rupiah
    let place: LedgerError.Place
  }

  /// What goes into simpanan wajib each month; the rest of a deduction is sukarela.
  static let wajib: Rupiah = 25_000

  private let file: String
  private let rows: [Row]
  private let paidOn: BookDate

  /// Reads `nik;potongan` (`,` will do as well); all mistakes are reported together.
  init(_ text: String, file: String, paidOn: BookDate) throws(LedgerError) {
    let table = try CSVTable(text, file: file)
    let nik = table.column(["nik"])
    let amount = table.column(["potongan"])
    var problems = [nik, amount].compactMap { table.missing($0) }
    rows = table.read(problems: &problems) { cells in
      let id = cells.text(nik)
      let deduction = cells.value(amount) { text throws(LedgerError) in
        try Rupiah(parsing: text)
      }
      guard let id, let deduction else { return nil }
      return Row(
        nik: id, amount: deduction, place: table.place(cells.row, nik))
    }
    guard problems.isEmpty else {
      throw .importRefused(file: file, problems: problems)
    }
    self.file = file
    self.paidOn = paidOn
  }

  /// The deposits of the list, for members found by their national number.
  func deposits(members: [MemberSummary]) throws(LedgerError) -> [Deposit] {
    var byID: [String: Member] = [:]
    for summary in members {
      if let id = summary.member.profile.nik { byID[id] = summary.member }
    }
    var deposits: [Deposit] = []
    var strangers: [LedgerError] = []
    for row in rows {
      guard let member = byID[row.nik] else {
        strangers.append(.memberUnknown(row.nik).at(row.place))
        continue
      }
      let rest = try row.amount - Self.wajib
      for (product, amount) in [("wajib", Self.wajib), ("sukarela", rest)] where amount.isPositive {
        deposits.append(
          Deposit(
            member: member, product: product, amount: amount, date: paidOn,
            reference: "gaji/\(paidOn.month)/\(member.number)/\(product)"))
      }
    }
    guard strangers.isEmpty else { throw .importRefused(file: file, problems: strangers) }
    return deposits
  }
}
