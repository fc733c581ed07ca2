import GRDB
import KSPCore

/// Works every value date and every end of every term deposit out again from what was agreed.
struct TermDepositCheck {
  let db: Database

  func run() throws -> VerificationReport.Check {
    var offenders = Offenders()
    let row = try SQLStatement(
      db,
      """
      SELECT t.tenor, t.rateBillionths, t.rateBasis, t.depositDayCount, t.payout, t.roundingMode,
        t.roundingStep, t.breakPenalty, i.voucher, i.number, i.gross, t.openedOn, t.principal,
        t.paidBefore, a.code, (SELECT ifnull(sum(b.gross - b.tax), 0) FROM depositInterest b
          WHERE b.account = i.account AND b.period = i.period AND b.number < i.number
            AND b.isAdded = 1),
        e.bookDate, (SELECT count(*) FROM depositInterest b
          WHERE b.account = i.account AND b.period = i.period AND b.number < i.number),
        i.dueOn, i.nextDue, \(TermDepositReader.firstOpened)
      FROM depositInterest i
      JOIN termDeposit t ON t.account = i.account AND t.period = i.period
      JOIN account a ON a.id = i.account LEFT JOIN entry e ON e.id = i.voucher
      ORDER BY i.account, i.period, i.number
      """, isShared: false)
    var examined = 0
    while try row.step() {
      examined += 1
      let isRight: Bool? = try unlessDamaged { try self.isRight(row) }
      if isRight != true { offenders.add(row.text(14) ?? "") }
    }
    try TermDepositEnd.walk(db) { row in
      examined += 1
      let isRight: Bool? = try unlessDamaged {
        let end = try TermDepositEnd(row)
        return try end.right() == end.posted
      }
      if isRight != true { offenders.add(TermDepositEnd.code(row)) }
    }
    return offenders.check(
      "deposits.interest",
      Phrase(
        id: "Jasa dan pencairan setiap berjangka sama dengan hitungan ulang",
        en: "The interest and the ends of term deposits are what they come to again"),
      examined: examined)
  }

  private func isRight(_ row: SQLStatement) throws -> Bool {
    let opened = try BookDate(stored: row.int64(11))
    var terms = try TermDepositReader.terms(row, from: 0)
    terms.keepDay(of: try BookDate(stored: row.int64(20)), since: opened)
    let number = Int(row.int64(9))
    let base = try Rupiah(sen: row.int64(12)) + Rupiah(sen: row.int64(15))
    let gross = Rupiah(sen: row.int64(10))
    let before = Int(row.int64(13)) + Int(row.int64(17))
    let isAhead = terms.payout == .advance
    let isInOrder =
      terms.payout.isMonthly
      ? number == before + 1 : number == terms.tenor || isAhead && number == 0
    let due = try terms.valueDate(number, of: opened)
    let day = row.optionalInt64(16)
    let right = try TermDeposit.earning(terms, opened: opened, number: number, on: base)
    return try isInOrder && (day == nil ? gross.isZero : day == Int64(due.dayNumber))
      && (right?.interest ?? .zero) == gross && areDaysRight(row, terms, number, due, opened)
  }

  /// Whether what is kept of the days on which interest falls due is right.
  private func areDaysRight(
    _ row: SQLStatement, _ terms: TermDepositTerms, _ number: Int, _ due: BookDate,
    _ opened: BookDate
  ) throws -> Bool {
    let next = terms.payout.isMonthly ? number + 1 : terms.tenor
    let following =
      number < terms.tenor ? try terms.valueDate(next, of: opened).dayNumber : nil
    return row.int64(18) == Int64(due.dayNumber)
      && row.optionalInt64(19) == following.map { Int64($0) }
  }
}
