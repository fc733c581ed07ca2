import KSPCore

/// The balances of a day, for queries: what triggers maintain counts every day, also those to come.
enum HeldBalances {
  /// Tables for `WITH`: `later` holds what is dated after the day, `held` the balances without it.
  /// Few entries are dated later, so the first is small, and the second costs a look into it.
  static func tables(on date: BookDate) -> String {
    """
    later (account, amount) AS MATERIALIZED (
      SELECT p.account, sum(p.amount) FROM entry e JOIN posting p ON p.entry = e.id
      WHERE e.bookDate > \(date.dayNumber) GROUP BY p.account),
    held (account, balance, later) AS (
      SELECT b.account, b.balance - ifnull(l.amount, 0), l.amount
      FROM accountBalance b LEFT JOIN later l ON l.account = b.account)
    """
  }
}
