import KSPCore

/// The balances of a day, for queries: what triggers maintain counts every day, also those to come.
///
/// A query has the table of ``later`` in its `WITH`, and joins the balance of each account that it
/// asks for. A view of all balances would be made in full for one account.
enum HeldBalances {
  /// The table `later`, for `WITH`: what is dated after a day. Few entries are. The order of the
  /// join is said, because SQLite would rather read all legs of the book in the order of accounts
  /// than sort a few.
  static func later(than date: BookDate) -> String {
    """
    later (account, amount) AS MATERIALIZED (
      SELECT p.account, sum(p.amount) FROM entry e CROSS JOIN posting p ON p.entry = e.id
      WHERE e.bookDate > \(date.dayNumber) GROUP BY p.account)
    """
  }

  /// Joins the balance of an account.
  static func join(_ account: String) -> String {
    """
    LEFT JOIN accountBalance b ON b.account = \(account)
    LEFT JOIN later l ON l.account = \(account)
    """
  }

  /// The balance on the day of what ``join(_:)`` joined; a heading of the chart holds nothing.
  static let balance = "ifnull(b.balance, 0) - ifnull(l.amount, 0)"

  /// The balance of one account on a day, where only a few are asked for; `account` and `day` are
  /// expressions of SQL. What came later is taken off, so that the cost does not grow with the
  /// years.
  static func evening(of account: String, _ day: String) -> String {
    """
    (ifnull((SELECT balance FROM accountBalance WHERE account = \(account)), 0)
      - (SELECT ifnull(sum(amount), 0) FROM posting
        WHERE account = \(account) AND bookDate > \(day)))
    """
  }

  /// What comes after the day; NULL for nothing.
  static let laterAmount = "l.amount"
}
