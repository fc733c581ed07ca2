import GRDB
import KSPCore

/// What was set aside of interest and not used, beside the accounts that hold it, before the month
/// adds to it. What serves for it holds nothing else, also while nothing is set aside.
enum AccrualControls: ControlList {
  private static let roles: [AccountRole] = [.interestPayable, .prepaidInterest]

  static func differences(_ month: EndingMonth) throws -> [ListDifference] {
    let held = roles.compactMap { month.catalog.roles[$0] }
    return try Row.fetchAll(
      month.book,
      sql: """
        WITH list AS (SELECT held AS account, sum(amount) AS amount FROM (
            SELECT held, amount FROM interestAccrual
            UNION ALL SELECT held, -amount FROM accrualUse WHERE usedOn <= ?1) GROUP BY held)
        SELECT a.code, a.nameIndonesian, a.nameEnglish, a.type, ifnull(x.amount, 0),
          -\(HeldBalances.evening(of: "a.id", "?1"))
        FROM account a LEFT JOIN list x ON x.account = a.id
        WHERE a.id IN (SELECT account FROM list) OR a.id IN (?2, ?3) ORDER BY a.code
        """,
      arguments: [month.month.lastDay.dayNumber, held.first?.value, held.last?.value]
    ).compactMap { row in
      let isAsset = try row.value(3) as String == AccountType.asset.rawValue
      func normal(_ amount: Rupiah) throws -> Rupiah { isAsset ? try amount.negated() : amount }
      let difference = try ListDifference(
        .accruals, account: AccountCode(stored: row.value(0)),
        name: Phrase(id: row.value(1), en: row.value(2)),
        listed: normal(Rupiah(sen: row.value(4) as Int64)),
        ledger: normal(Rupiah(sen: row.value(5) as Int64)))
      return difference.difference.isZero ? nil : difference
    }
  }
}
