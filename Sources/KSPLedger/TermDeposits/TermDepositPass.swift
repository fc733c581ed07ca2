import GRDB
import KSPCore

/// Says at a month end what was paid as interest of term deposits: it was posted on its value
/// dates, by hand or before the other passes looked.
final class TermDepositPass: MonthEndPass {
  private let month: EndingMonth

  init(_ month: EndingMonth) { self.month = month }

  func report(into report: inout MonthEndReport) throws {
    // The vouchers of a rehearsal will not be there.
    try Self.read(month, naming: month.desk.session != nil, into: &report)
    // A preview that may only look has not posted what a run posts first.
    guard month.desk.session == nil else { return }
    let last = month.month.lastDay
    let reader = TermDepositReader(db: month.book)
    let due = try reader.due(from: month.month.firstDay, through: last).map { account, day in
      try reader.deposit(account).deposit.interest(to: day)
    }
    guard !due.isEmpty else { return }
    Self.section(
      MonthEndReport.Section.Line(
        name: Phrase(id: "jasa yang dibukukan lebih dulu", en: "interest that is posted first"),
        count: due.count, amount: try due.sum(), entry: nil), into: &report)
  }

  private static func section(
    _ line: MonthEndReport.Section.Line, into report: inout MonthEndReport
  ) {
    report.sections.append(
      MonthEndReport.Section(
        code: "term-deposits", name: Phrase(id: "Simpanan berjangka", en: "Term deposits"),
        lines: [line]))
  }

  static func read(_ month: EndingMonth, into report: inout MonthEndReport) throws {
    try read(month, naming: true, into: &report)
  }

  private static func read(
    _ month: EndingMonth, naming isPosted: Bool, into report: inout MonthEndReport
  ) throws {
    // Without it the vouchers of the whole month would be looked through.
    guard try month.book.hasRow("depositInterest") else { return }
    let row = try Row.fetchOne(
      month.book,
      sql: """
        SELECT count(*), ifnull(sum(i.gross), 0), min(i.voucher), max(i.voucher)
        FROM depositInterest i
        JOIN entry e ON e.id = i.voucher WHERE e.bookDate BETWEEN ? AND ?
          AND \(TermDepositReader.stands)
        """,
      arguments: [month.month.firstDay.dayNumber, month.month.lastDay.dayNumber])
    guard let row, try row.value(0) as Int > 0 else { return }
    func voucher(_ index: Int) throws -> EntryNumber? {
      isPosted ? EntryNumber(try row.value(index)) : nil
    }
    section(
      MonthEndReport.Section.Line(
        name: Phrase(id: "jasa pada tanggal jasa", en: "interest on value dates"),
        count: try row.value(0), amount: Rupiah(sen: try row.value(1) as Int64),
        entry: try voucher(2), lastEntry: try voucher(3)), into: &report)
  }
}
