import GRDB
import KSPCore

/// Whether the accounts that hold accrued interest say what was set aside and not used, before the
/// month adds to it.
enum AccrualQuestion: MonthEndQuestion {
  static func findings(_ month: EndingMonth) throws -> [MonthFinding] {
    let rows = try Row.fetchAll(
      month.book,
      sql: """
        SELECT a.code, -(SELECT ifnull(sum(p.amount), 0) FROM posting p
            WHERE p.account = a.id AND p.bookDate <= ?1) - x.amount AS difference
        FROM (SELECT held, sum(amount) AS amount FROM (
            SELECT held, amount FROM interestAccrual
            UNION ALL SELECT held, -amount FROM accrualUse WHERE usedOn <= ?1)
          GROUP BY held) x JOIN account a ON a.id = x.held
        WHERE difference <> 0 ORDER BY a.code
        """, arguments: [month.month.lastDay.dayNumber])
    guard !rows.isEmpty else { return [] }
    let wrong = try rows.map { row in
      (code: try row.value(0) as String, amount: Rupiah(sen: try row.value(1) as Int64))
    }
    return [
      MonthFinding(
        .accrualsDiffer, count: wrong.count, amount: try wrong.map(\.amount).sum(),
        places: wrong.map { "\($0.code): \($0.amount.formatted)" })
    ]
  }
}
