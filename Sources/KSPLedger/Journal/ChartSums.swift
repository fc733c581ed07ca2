/// How members' accounts and those of loans are summed into the account of the chart above them.
enum ChartSums {
  /// Whether an account belongs to the chart, and not to a member or a loan.
  static func isOfChart(_ account: String) -> String {
    """
    \(account).id NOT IN (SELECT account FROM savingsAccount)
    AND \(account).id NOT IN (SELECT account FROM loanAccount)
    """
  }

  /// The account of the chart to which an account's amounts belong.
  static func owner(_ account: String) -> String {
    "CASE WHEN \(isOfChart(account)) THEN \(account).id ELSE \(account).parent END"
  }

  /// The table `total (account, amount)`, made of a table `leaf (account, amount)`.
  static let total = """
    total (account, amount) AS (
      SELECT CASE WHEN s.account IS NULL AND c.account IS NULL THEN a.id ELSE a.parent END,
        sum(l.amount)
      FROM leaf l JOIN account a ON a.id = l.account
      LEFT JOIN savingsAccount s ON s.account = a.id
      LEFT JOIN loanAccount c ON c.account = a.id
      GROUP BY 1)
    """
}
