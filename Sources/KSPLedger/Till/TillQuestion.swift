import GRDB
import KSPCore

/// Which cash nobody has counted since money went through it: tills since their last count, and
/// cash that is no till, which is never counted, where it moved in the month. What differs is
/// booked when it is counted.
enum TillQuestion: MonthEndQuestion {
  static func findings(_ month: EndingMonth) throws -> [MonthFinding] {
    let last = month.month.lastDay
    let tills = try month.catalog.tills.all.compactMap { till in
      try uncounted(till, month.book, on: last).map { ("\(till.name): \($0.formatted)", $0) }
    }
    let others = try others(month).map { ("\($0.code): \($0.balance.formatted)", $0.balance) }
    let found = tills + others
    guard !found.isEmpty else { return [] }
    return [
      MonthFinding(
        .tillUncounted, count: found.count, amount: try found.map(\.1).sum(),
        places: found.map(\.0))
    ]
  }

  /// What a till holds that moved since it was counted; nil for one that did not.
  private static func uncounted(
    _ till: TillAccounts.Account, _ book: Database, on day: BookDate
  ) throws -> Rupiah? {
    let row = try Row.fetchOne(
      book,
      sql: """
        SELECT count(DISTINCT p.entry) FILTER (WHERE p.entry > ifnull((SELECT \(TillReader.seen)
          FROM tillCount WHERE account = ?1 ORDER BY number DESC LIMIT 1), 0)), sum(p.amount)
        FROM posting p WHERE p.account = ?1 AND p.bookDate <= ?2
        """, arguments: [till.id.value, day.dayNumber])
    guard let row, try row.value(0) as Int > 0 else { return nil }
    return Rupiah(sen: (try row.optional(1) as Int64?) ?? 0)
  }

  /// Cash that is neither till nor bank and moved in the month.
  private static func others(
    _ month: EndingMonth
  ) throws -> [(code: AccountCode, balance: Rupiah)] {
    try Row.fetchAll(
      month.book,
      sql: """
        SELECT a.id, a.code, \(HeldBalances.evening(of: "a.id", "?2")) FROM account a
        WHERE a.id IN (\(CashTerms.cashAccounts))
          AND EXISTS (SELECT 1 FROM posting p WHERE p.account = a.id
            AND p.bookDate BETWEEN ?1 AND ?2) ORDER BY a.code
        """,
      arguments: [
        month.month.firstDay.dayNumber, month.month.lastDay.dayNumber,
      ]
    ).compactMap { row in
      guard month.catalog.tills[AccountID(try row.value(0))] == nil else { return nil }
      return (AccountCode(stored: try row.value(1)), Rupiah(sen: try row.value(2) as Int64))
    }
  }
}
