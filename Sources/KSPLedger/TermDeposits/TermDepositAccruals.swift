import GRDB
import KSPCore

/// What term deposits have earned by the end of a month and is paid later, where the product sets
/// it aside, and what was paid in advance and is not earned yet.
enum TermDepositAccruals: AccrualSource {
  static func walk(_ month: EndingMonth, _ body: (AccruedInterest) throws -> Void) throws {
    try walk(month, of: nil, body)
  }

  /// The same of one deposit, or of all.
  static func walk(
    _ month: EndingMonth, of account: AccountID?, _ body: (AccruedInterest) throws -> Void
  ) throws {
    let last = month.month.lastDay
    let offers = try TermDepositReader(db: month.known).offers()
    // Those that set interest aside once may have to take it back.
    let isUsed = try Bool.fetchOne(month.known, sql: "SELECT EXISTS (SELECT 1 FROM accrualUse)")
    guard isUsed == true || offers.contains(where: \.isAccrued) else { return }
    var accruing: [ProductCode: Bool] = [:]
    for offer in offers where offer.effectiveFrom <= last {
      accruing[offer.product] = offer.isAccrued
    }
    let condition = account == nil ? "" : "AND t.account = ?3"
    let row = try SQLStatement(
      month.known, "\(query) \(condition) ORDER BY t.account", isShared: false)
    row.bind(Int64(last.dayNumber), at: 1)
    row.bind(Int64(month.month.firstDay.dayNumber), at: 2)
    if let account { row.bind(account.value, at: 3) }
    while try row.step() { try body(interest(row, accruing, last)) }
  }

  /// Every deposit in the period in which it is on a day, and those that ended in the month.
  private static let query = """
    SELECT t.account, a.code, s.product, p.code, t.openedOn, t.tenor, t.rateBillionths,
      t.rateBasis, t.depositDayCount, t.payout, t.roundingMode, t.roundingStep, t.breakPenalty,
      t.principal + (SELECT ifnull(sum(i.gross - i.tax), 0) FROM depositInterest i
        WHERE i.account = t.account AND i.period = t.period AND i.isAdded = 1 AND i.dueOn <= ?1),
      e.endedOn, \(TermDepositReader.firstOpened)
    FROM termDeposit t JOIN account a ON a.id = t.account
    JOIN savingsAccount s ON s.account = t.account JOIN savingsProduct p ON p.id = s.product
    LEFT JOIN depositEnd e ON e.account = t.account
    WHERE t.openedOn <= ?1 AND (e.endedOn IS NULL OR e.endedOn >= ?2)
      AND NOT EXISTS (SELECT 1 FROM termDeposit l
        WHERE l.account = t.account AND l.period > t.period AND l.openedOn <= ?1)
    """

  private static func interest(
    _ row: SQLStatement, _ accruing: [ProductCode: Bool], _ last: BookDate
  ) throws -> AccruedInterest {
    let opened = try BookDate(stored: row.int64(4))
    var terms = try TermDepositReader.terms(row, from: 5)
    terms.keepDay(of: try BookDate(stored: row.int64(15)), since: opened)
    let isAhead = terms.payout == .advance
    let isRunning = row.optionalInt64(14).map { $0 > last.dayNumber } ?? true
    let isSetAside = isAhead || row.number(3).map { accruing[$0] == true } ?? false
    var amount = Rupiah.zero
    if isRunning, isSetAside {
      amount = try terms.accrued(
        on: Rupiah(sen: row.int64(13)), opened: opened, through: last)
    }
    return AccruedInterest(
      account: AccountID(row.int64(0)), code: AccountCode(stored: row.text(1) ?? ""),
      product: row.int64(2), amount: amount, isPaidAhead: isAhead)
  }
}
