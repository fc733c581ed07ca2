import GRDB
import KSPCore

/// Sets what a month means for a term deposit, by what was agreed, beside what was posted.
struct TermDepositExplainer {
  private let month: EndingMonth
  private let reader: TermDepositReader

  init(_ db: Database, month: BookMonth, catalog: Catalog) {
    self.month = EndingMonth(db, month, catalog, MonthEndDesk(db, month, .proof))
    reader = TermDepositReader(db: db)
  }

  /// - Throws: `deposit.unknown`.
  func explain(_ code: AccountCode) throws -> TermDepositExplanation {
    // One that was opened later is shown as it was on that day.
    let day = try max(month.month.lastDay, reader.deposit(code).firstOpened)
    let stored = try reader.deposit(code, asOf: day)
    let interest = try InterestExplainer(
      month.book, month: month.month, catalog: month.catalog
    ).explain(code)
    var payments = try paid(stored)
    if let next = try stored.deposit.nextPayment(), !interest.isMonthClosed,
      next.day.month == month.month
    {
      payments.append(try expected(next, stored.deposit))
    }
    return TermDepositExplanation(
      deposit: stored.deposit, interest: interest, payments: payments, ending: try ending(stored),
      accrual: try accrual(stored))
  }

  /// The value dates of the month that were paid, also those of a period before.
  private func paid(
    _ stored: TermDepositReader.Stored
  ) throws -> [TermDepositExplanation.Payment] {
    let row = try SQLStatement(
      month.book,
      """
      SELECT t.tenor, t.rateBillionths, t.rateBasis, t.depositDayCount, t.payout, t.roundingMode,
        t.roundingStep, t.breakPenalty, t.openedOn, t.principal, i.number, i.dueOn, i.voucher,
        i.gross, i.tax, i.isAdded, (SELECT ifnull(sum(b.gross - b.tax), 0) FROM depositInterest b
          WHERE b.account = i.account AND b.period = i.period AND b.number < i.number
            AND b.isAdded = 1)
      FROM depositInterest i
      JOIN termDeposit t ON t.account = i.account AND t.period = i.period
      WHERE i.account = ?1 AND i.dueOn BETWEEN ?2 AND ?3 ORDER BY i.period, i.number
      """)
    row.bind(stored.id.value, at: 1)
    row.bind(Int64(month.month.firstDay.dayNumber), at: 2)
    row.bind(Int64(month.month.lastDay.dayNumber), at: 3)
    defer { row.reset() }
    var payments: [TermDepositExplanation.Payment] = []
    while try row.step() {
      let opened = try BookDate(stored: row.int64(8))
      var terms = try TermDepositReader.terms(row, from: 0)
      terms.keepDay(of: stored.firstOpened, since: opened)
      let posted = row.optionalInt64(12).map {
        InterestExplanation.Posted(
          entry: EntryNumber($0), gross: Rupiah(sen: row.int64(13)),
          tax: Rupiah(sen: row.int64(14)))
      }
      payments.append(
        TermDepositExplanation.Payment(
          day: try BookDate(stored: row.int64(11)),
          earning: try TermDeposit.earning(
            terms, opened: opened, number: Int(row.int64(10)),
            on: Rupiah(sen: row.int64(9)) + Rupiah(sen: row.int64(16))),
          isAdded: row.int64(15) == 1, posted: posted, isDone: true))
    }
    return payments
  }

  /// The value date of the open month that nobody has paid yet.
  private func expected(
    _ next: (number: Int, day: BookDate), _ deposit: TermDeposit
  ) throws -> TermDepositExplanation.Payment {
    TermDepositExplanation.Payment(
      day: next.day,
      earning: try TermDeposit.earning(
        deposit.terms, opened: deposit.opened, number: next.number, on: deposit.balance),
      isAdded: deposit.addsInterest, posted: nil, isDone: false)
  }

  private func ending(
    _ stored: TermDepositReader.Stored
  ) throws -> TermDepositExplanation.Ending? {
    var found: TermDepositExplanation.Ending?
    try TermDepositEnd.walk(month.book, of: stored.id) { row in
      let end = try TermDepositEnd(row)
      guard end.day.month == month.month else { return }
      let right = try end.right()
      found = TermDepositExplanation.Ending(
        day: end.day, entry: end.entry,
        earning: right.interest.isPositive ? try end.deposit.running(to: end.day) : nil,
        right: right, posted: end.posted, tax: end.tax, waived: end.waived)
    }
    return found
  }

  private func accrual(
    _ stored: TermDepositReader.Stored
  ) throws -> TermDepositExplanation.Accrual? {
    let before = try AccrualReader(book: month.book, known: month.known, month: month.month)
      .standing(of: stored.id).values.map(\.self).sum()
    let kept = try Int64.fetchOne(
      month.book, sql: "SELECT accrued FROM interestAccrual WHERE month = ? AND account = ?",
      arguments: [month.month.ordinal, stored.id.value]
    ).map { Rupiah(sen: $0) }
    var accrued = Rupiah.zero
    // What was taken over later was in no month before.
    if !stored.deposit.balance.isZero {
      try TermDepositAccruals.walk(month, of: stored.id) { accrued = $0.amount }
    }
    guard !accrued.isZero || !before.isZero || kept != nil else { return nil }
    return TermDepositExplanation.Accrual(
      earning: accrued.isZero ? nil : try stored.deposit.accruing(through: month.month.lastDay),
      accrued: accrued, before: before, kept: kept)
  }
}
