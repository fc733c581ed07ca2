import GRDB
import KSPCore

/// Takes the payments of many members in one voucher, as a payroll office hands them over.
///
/// The list is known by its content: the same rows on the same day under the same reference are
/// booked once.
struct RepaymentList {
  private struct Payment {
    let loan, member: String?
    let amount: Rupiah
    let row: CSVRow
  }

  private let session: PostingSession
  private let desk: RepaymentDesk
  private let files: LoanFiles
  private let table: CSVTable
  private let way: RepaymentWay
  private let payer: AccountCode?
  private let loan, member, amount: CSVColumn

  init(_ table: CSVTable, session: PostingSession, payer: AccountCode?, way: RepaymentWay) {
    self.session = session
    desk = RepaymentDesk(session)
    files = LoanFiles(session)
    self.table = table
    self.payer = payer
    self.way = way
    loan = table.column(["loan", "pinjaman"])
    member = table.column(["member", "anggota"])
    amount = table.column(["amount", "jumlah"])
  }

  func run() throws -> RepaymentListReport {
    try files.withReference(of: way.note) { earlier in try run(earlier) }
  }

  private func run(_ earlier: EntryNumber?) throws -> RepaymentListReport {
    let needed =
      table.missing(loan) == nil || table.missing(member) == nil ? [amount] : [loan, amount]
    var run = try ImportRun(table, needed: needed, progress: nil)
    let payments = run.read { read(&$0) }
    var total = Rupiah.zero
    var planned: [LoanRepayment] = []
    var lines: [String: Int] = [:]
    for payment in payments {
      try total += payment.amount
      try run.store(payment.row, at: loan) {
        let record = try record(payment, before: earlier)
        if let first = lines[record.loan.number] {
          throw LedgerError.importDuplicate(record.loan.number, firstLine: first)
        }
        lines[record.loan.number] = payment.row.position.line
        planned.append(try desk.repayment(of: record, payment.amount, on: way.date, earlier))
        return true
      }
    }
    _ = try run.finish()
    let outcome = try desk.post(planned, payer: desk.payer(payer), way)
    return RepaymentListReport(
      file: table.file, entry: outcome.number, bookDate: way.date, total: total,
      rows: try planned.map { try desk.receipt(of: $0, outcome) },
      isReplay: outcome.isReplay)
  }

  private func read(_ cells: inout RowReader) -> Payment? {
    let (number, member) = (cells.optionalText(loan), cells.optionalText(member))
    let amount = cells.value(amount) { text throws(LedgerError) in
      let amount = try Rupiah(parsing: text)
      guard amount.isPositive else { throw .amountNotPositive(amount) }
      return amount
    }
    guard number != nil || member != nil else {
      cells.refuse(.importCellMissing("loan / member"), at: loan)
      return nil
    }
    guard let amount else { return nil }
    return Payment(loan: number, member: member, amount: amount, row: cells.row)
  }

  /// The loan of a row: by its number, or the one loan that a member owes. Either may stand in the
  /// column of loans; where a row has both, they must belong together.
  private func record(_ payment: Payment, before earlier: EntryNumber?) throws -> LoanRecord {
    if let number = payment.loan, let found = try record(number: number, before: earlier) {
      guard payment.member ?? found.loan.memberNumber == found.loan.memberNumber else {
        throw LedgerError.loanOfAnotherMember(number, given: payment.member ?? "")
      }
      return found
    }
    let member = payment.loan ?? payment.member ?? ""
    guard try MemberTable.member(session.db, number: member) != nil else {
      throw payment.loan == nil
        ? try MemberTable.unknown(session.db, member) : LedgerError.loanUnknown(member)
    }
    let running = try files.running(of: member, before: earlier)
    guard let only = running.first, running.count == 1 else {
      throw LedgerError.loanAmbiguous(member, loans: running.map(\.loan.number))
    }
    return only
  }

  private func record(number: String, before earlier: EntryNumber?) throws -> LoanRecord? {
    try files.reader().find(number).map { try files.record($0, before: earlier) }
  }
}
