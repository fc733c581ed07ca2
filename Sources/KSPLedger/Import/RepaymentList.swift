import GRDB
import KSPCore

/// Takes the payments of many members in one voucher, as a payroll office hands them over.
///
/// The list is known by its content: the same rows on the same day under the same reference are
/// booked once.
struct RepaymentList {
  private struct Payment {
    let key: String
    let amount: Rupiah
    let row: CSVRow
  }

  private let session: PostingSession
  private let table: CSVTable
  private let way: RepaymentWay
  private let payer: AccountCode?
  private let loan, member, amount: CSVColumn

  init(_ table: CSVTable, session: PostingSession, payer: AccountCode?, way: RepaymentWay) {
    self.session = session
    self.table = table
    self.payer = payer
    self.way = way
    loan = table.column(["loan", "pinjaman"])
    member = table.column(["member", "anggota"])
    amount = table.column(["amount", "jumlah"])
  }

  func run() throws -> RepaymentListReport {
    let needed =
      table.missing(loan) == nil || table.missing(member) == nil ? [amount] : [loan, amount]
    var run = try ImportRun(table, needed: needed, progress: nil)
    let payments = run.read { read(&$0) }
    var total = Rupiah.zero
    for payment in payments { try total += payment.amount }
    if let reference = way.note.reference, let entry = try session.entryNumber(reference: reference)
    {
      return try replay(entry, reference, payments, total)
    }
    var planned: [PlannedRepayment] = []
    var lines: [String: Int] = [:]
    for payment in payments {
      try run.store(payment.row, at: loan) {
        let record = try record(payment.key)
        if let first = lines[record.loan.number] {
          throw LedgerError.importDuplicate(record.loan.number, firstLine: first)
        }
        lines[record.loan.number] = payment.row.position.line
        planned.append(try session.plan(record, payment.amount, on: way.date))
        return true
      }
    }
    _ = try run.finish()
    let outcome = try session.post(planned, payer: session.payer(payer), way)
    return RepaymentListReport(
      file: table.file, entry: outcome.number, bookDate: way.date, total: total,
      rows: try planned.map { try receipt($0, outcome.number) }, isReplay: false)
  }

  private func read(_ cells: inout RowReader) -> Payment? {
    let key = cells.optionalText(loan) ?? cells.optionalText(member)
    let amount = cells.value(amount) { text throws(LedgerError) in
      let amount = try Rupiah(parsing: text)
      guard amount.isPositive else { throw .amountNotPositive(amount) }
      return amount
    }
    guard let key else {
      cells.refuse(.importCellMissing("loan / member"), at: loan)
      return nil
    }
    guard let amount else { return nil }
    return Payment(key: key, amount: amount, row: cells.row)
  }

  /// A loan by its number, or the one loan that a member owes.
  private func record(_ key: String) throws -> LoanRecord {
    let find = try session.db.cachedStatement(
      sql: "SELECT EXISTS (SELECT 1 FROM loan WHERE number = ?)")
    let isLoan = try Bool.fetchOne(find, arguments: [key])
    if isLoan == true { return try session.loanReader().loan(key) }
    guard try MemberTable.member(session.db, number: key) != nil else {
      throw LedgerError.loanUnknown(key)
    }
    let running = try session.runningLoans(of: key)
    guard let only = running.first, running.count == 1 else {
      throw LedgerError.loanAmbiguous(key, loans: running.map(\.loan.number))
    }
    return only
  }

  private func receipt(_ planned: PlannedRepayment, _ entry: EntryNumber) throws -> LoanReceipt {
    let now = try session.loanReader().loan(id: planned.record.id)
    let isRunning = now.loan.status == .running
    return LoanReceipt(
      receipt: Receipt(
        entry: entry, kind: .repayment, bookDate: way.date,
        account: try AccountCode(now.loan.number), memberName: now.loan.memberName,
        amount: try planned.paid(), balance: now.outstanding, note: way.note, isReplay: false),
      loan: now.loan.number, parts: planned.split.parts, intoSavings: planned.split.rest,
      outstanding: now.outstanding,
      next: isRunning ? try now.position(asOf: way.date, countingLater: true).open.first : nil)
  }

  /// The list that its reference names already; refused when any row of it was another one.
  private func replay(
    _ entry: EntryNumber, _ reference: String, _ payments: [Payment], _ total: Rupiah
  ) throws -> RepaymentListReport {
    let reused = LedgerError.referenceReused(reference, by: entry)
    guard let stored = try JournalReader(session.db).entry(entry), stored.kind == .repayment,
      stored.bookDate == way.date
    else { throw reused }
    var settled = try settledByLoan(entry)
    var intoSavings = Rupiah.zero
    for payment in payments {
      // A loan is named by its number or by its member.
      let found = settled.filter { $0.number == payment.key || $0.member == payment.key }
      let amount = found.first?.amount ?? .zero
      guard found.count <= 1, amount <= payment.amount else { throw reused }
      settled.removeAll { $0.number == found.first?.number }
      try intoSavings += payment.amount - amount
    }
    guard settled.isEmpty, try intoSavings == savings(entry) else { throw reused }
    return RepaymentListReport(
      file: table.file, entry: entry, bookDate: way.date, total: total, rows: [], isReplay: true)
  }

  /// What an entry settled of every loan.
  private func settledByLoan(
    _ entry: EntryNumber
  ) throws -> [(number: String, member: String, amount: Rupiah)] {
    try Row.fetchAll(
      session.db,
      sql: """
        SELECT l.number, m.number, -sum(min(p.amount, 0)) FROM posting p
        JOIN loanAccount c ON c.account = p.account JOIN loan l ON l.id = c.loan
        JOIN member m ON m.id = l.member WHERE p.entry = ? GROUP BY l.id
        """, arguments: [entry.value]
    ).map { ($0[0], $0[1], Rupiah(sen: $0[2] as Int64)) }
  }

  /// What an entry put into savings.
  private func savings(_ entry: EntryNumber) throws -> Rupiah {
    let sum = try Int64.fetchOne(
      session.db,
      sql: """
        SELECT -ifnull(sum(min(p.amount, 0)), 0) FROM posting p
        JOIN savingsAccount s ON s.account = p.account WHERE p.entry = ?
        """, arguments: [entry.value])
    return Rupiah(sen: sum ?? 0)
  }
}
