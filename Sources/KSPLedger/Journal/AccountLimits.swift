import GRDB

/// How far the balance of an account may go, as the terms say: the one place that the session,
/// verify and a rebuilt book agree on.
///
/// A member's savings may owe what the widest overdraft of the product's terms allows; the
/// principal of a loan never turns into a debt of the cooperative; a closed account holds nothing;
/// nothing else has a limit.
enum AccountLimits {
  /// Every account with the limits that follow, `lowest` and `highest`, and those that it has,
  /// `keptLowest` and `keptHighest`.
  static let sql = """
    WITH widest AS MATERIALIZED (
      SELECT product, max(overdraftLimit) AS limits FROM savingsTerms t
      WHERE version = (SELECT max(version) FROM savingsTerms
        WHERE product = t.product AND effectiveFrom = t.effectiveFrom)
      GROUP BY product)
    SELECT a.id AS id, a.code AS code, b.lowest AS keptLowest, b.highest AS keptHighest,
      CASE WHEN a.closedOn IS NOT NULL OR c.account IS NOT NULL THEN 0 END AS lowest,
      CASE WHEN a.closedOn IS NOT NULL THEN 0
        WHEN s.account IS NOT NULL THEN ifnull(w.limits, 0) END AS highest
    FROM account a JOIN accountBalance b ON b.account = a.id
    LEFT JOIN savingsAccount s ON s.account = a.id
    LEFT JOIN widest w ON w.product = s.product
    LEFT JOIN loanAccount c ON c.account = a.id AND c.part = 'principal'
    """

  /// Sets the limits of every account; `refused` hears the code of one whose balance lies beyond.
  static func apply(to db: Database, refused: (String) -> Void) throws {
    let limits = try SQLStatement(
      db,
      """
      SELECT id, lowest, highest FROM (\(sql)) WHERE lowest IS NOT NULL OR highest IS NOT NULL
      """, isShared: false)
    let update = try SQLStatement(
      db, "UPDATE accountBalance SET lowest = ?, highest = ? WHERE account = ?")
    var wanted: [(id: Int64, lowest: Int64?, highest: Int64?)] = []
    while try limits.step() {
      wanted.append((limits.int64(0), limits.optionalInt64(1), limits.optionalInt64(2)))
    }
    for limit in wanted {
      update.bind(limit.lowest, at: 1)
      update.bind(limit.highest, at: 2)
      update.bind(limit.id, at: 3)
      guard try unlessDamaged({ try update.run() }) == nil else { continue }
      refused(
        try String.fetchOne(
          db, sql: "SELECT code FROM account WHERE id = ?", arguments: [limit.id]) ?? "")
    }
  }
}
