import GRDB
import KSPCore

/// A term deposit that was paid out, as it was before, and what that brought.
struct TermDepositEnd {
  /// The deposit before its end.
  let deposit: TermDeposit
  let day: BookDate
  let entry: EntryNumber
  let posted: TermDepositExplanation.Ending.Amounts
  let tax: Rupiah
  /// Why the rule did not hold.
  let waived: String?

  /// Every end, or that of one account, by account. An opening that was taken back is none.
  static func walk(
    _ db: Database, of account: AccountID? = nil, _ body: (SQLStatement) throws -> Void
  ) throws {
    let condition = account == nil ? "" : "AND d.account = ?1"
    let row = try SQLStatement(
      db,
      """
      SELECT t.tenor, t.rateBillionths, t.rateBasis, t.depositDayCount, t.payout, t.roundingMode,
        t.roundingStep, t.breakPenalty, t.openedOn, \(TermDepositReader.firstOpened), t.principal,
        (SELECT ifnull(sum(i.gross - i.tax), 0) FROM depositInterest i
          WHERE i.account = t.account AND i.period = t.period AND i.isAdded = 1),
        ifnull((SELECT max(number) FROM depositInterest i
          WHERE i.account = t.account AND i.period = t.period), t.paidBefore),
        t.interestBefore + (SELECT ifnull(sum(gross), 0) FROM depositInterest i
          WHERE i.account = t.account AND i.period = t.period),
        t.rollOver, a.code, d.endedOn, d.voucher, d.gross, d.tax, d.penalty, d.takenBack,
        d.waivingReason
      FROM depositEnd d JOIN termDeposit t ON t.account = d.account
        AND t.period = (SELECT max(period) FROM termDeposit l WHERE l.account = d.account)
      JOIN account a ON a.id = d.account JOIN entry e ON e.id = d.voucher
      WHERE e.reverses IS NULL \(condition) ORDER BY d.account
      """, isShared: false)
    if let account { row.bind(account.value, at: 1) }
    while try row.step() { try body(row) }
  }

  /// The account of a row.
  static func code(_ row: SQLStatement) -> String { row.text(15) ?? "" }

  init(_ row: SQLStatement) throws {
    let opened = try BookDate(stored: row.int64(8))
    var terms = try TermDepositReader.terms(row, from: 0)
    terms.keepDay(of: try BookDate(stored: row.int64(9)), since: opened)
    let code = AccountCode(stored: Self.code(row))
    let principal = Rupiah(sen: row.int64(10))
    deposit = try TermDeposit(
      account: code, member: "", memberName: "", product: "", certificate: code.text, period: 1,
      opened: opened, principal: principal, balance: principal + Rupiah(sen: row.int64(11)),
      terms: terms, rollOver: row.stored(14, in: .termRollOvers), paid: Int(row.int64(12)),
      interest: Rupiah(sen: row.int64(13)), tax: .zero, endedOn: nil, pledge: nil, heir: nil)
    day = try BookDate(stored: row.int64(16))
    entry = EntryNumber(row.int64(17))
    posted = TermDepositExplanation.Ending.Amounts(
      interest: Rupiah(sen: row.int64(18)), penalty: Rupiah(sen: row.int64(20)),
      takenBack: Rupiah(sen: row.int64(21)))
    tax = Rupiah(sen: row.int64(19))
    waived = row.text(22)
  }

  /// What it is by the rule that was agreed.
  func right() throws -> TermDepositExplanation.Ending.Amounts {
    let isWaived = waived != nil
    let interest = try deposit.interest(endingOn: day, isWaived: isWaived)
    let lost = try deposit.lost(endingOn: day, isWaived: isWaived, net: interest - tax)
    return TermDepositExplanation.Ending.Amounts(
      interest: interest, penalty: lost.penalty, takenBack: lost.takenBack)
  }
}
