import GRDB
import KSPCore

/// Reads what savings products charge each month, and which accounts are dormant.
struct FeeReader {
  let db: Database

  /// What was set, by product, in the order in which it was set.
  func rules() throws -> [SavingsFeeRule] { try stored("TRUE", []).map(\.rule) }

  /// The rule of each product in force in a month, by the number of the product.
  func rules(in month: BookMonth) throws -> [Int64: SavingsFeeRule] {
    let found = try stored(
      """
      r.event = (SELECT l.event FROM savingsFeeRule l WHERE l.product = r.product
        AND l.effectiveFrom <= ? ORDER BY l.effectiveFrom DESC, l.event DESC LIMIT 1)
      """, [month.ordinal])
    return Dictionary(found.map { ($0.product, $0.rule) }, uniquingKeysWith: { first, _ in first })
  }

  private func stored(
    _ condition: String, _ arguments: StatementArguments
  ) throws -> [(product: Int64, rule: SavingsFeeRule)] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT r.product, p.code, r.effectiveFrom, r.fee, r.freeFrom, r.takesRest,
          r.dormantMonths, r.dormantFee, r.dormantEarns
        FROM savingsFeeRule r JOIN savingsProduct p ON p.id = r.product
        WHERE \(condition) ORDER BY r.product, r.event
        """, arguments: arguments
    ).map { row in
      var rule = SavingsFeeRule(
        of: try row.value(1), from: try BookMonth(ordinal: try row.value(2)),
        fee: Rupiah(sen: try row.value(3) as Int64),
        freeFrom: (try row.optional(4) as Int64?).map { Rupiah(sen: $0) },
        takesRest: try row.value(5))
      if let months: Int = try row.optional(6) {
        rule.dormancy = SavingsFeeRule.Dormancy(
          months: months, fee: Rupiah(sen: try row.value(7) as Int64),
          earnsInterest: try row.value(8))
      }
      return (try row.value(0), rule)
    }
  }

  // MARK: - Dormant accounts

  /// The last day up to a day on which the member moved something on an account; nil for never.
  ///
  /// Backwards from the day: what has moved lately is found at once.
  func lastMoved(on account: AccountID, through day: BookDate) throws -> BookDate? {
    let query = try db.cachedStatement(
      sql: """
        SELECT p.bookDate FROM posting p CROSS JOIN entry e ON e.id = p.entry
        WHERE p.account = ?1 AND p.bookDate <= ?2 AND e.kind IN \(EntryKind.sqlList(.byMember))
          AND NOT EXISTS
            (SELECT 1 FROM entryReversal r WHERE r.entry = e.id AND r.reversedOn <= ?2)
        ORDER BY p.bookDate DESC, p.entry DESC LIMIT 1
        """)
    return try Int64.fetchOne(query, arguments: [account.value, day.dayNumber])
      .map { try BookDate(stored: $0) }
  }

  /// Whether an account of a product is dormant on a day: it was at the end of the month before,
  /// and nothing was moved since.
  func isDormant(_ account: AccountID, of product: Int64, on day: BookDate) throws -> Bool {
    let before = try day.month.previous()
    guard let rule = try rules(in: before)[product], rule.dormancy != nil else { return false }
    return rule.isDormant(lastMoved: try lastMoved(on: account, through: day), in: before)
  }

  /// The dormant accounts on a day, by account: those of the last month that is over, on its last
  /// day too, as its month end finds them.
  func dormant(on day: BookDate) throws -> [DormantAccount] {
    let before = day == day.month.lastDay ? day.month : try day.month.previous()
    var found: [DormantAccount] = []
    for (product, rule) in try rules(in: before).sorted(by: { $0.key < $1.key })
    where rule.dormancy != nil {
      let accounts = try Row.fetchAll(
        db,
        sql: """
          SELECT s.account, a.code, m.number, m.name, b.balance FROM savingsAccount s
          JOIN account a ON a.id = s.account JOIN member m ON m.id = s.member
          JOIN accountBalance b ON b.account = s.account
          WHERE s.product = ? AND a.closedOn IS NULL ORDER BY s.account
          """, arguments: [product])
      for row in accounts {
        let moved = try lastMoved(on: AccountID(row.value(0)), through: day)
        guard let moved, rule.isDormant(lastMoved: moved, in: before) else { continue }
        found.append(
          DormantAccount(
            account: AccountCode(stored: try row.value(1)), member: try row.value(2),
            memberName: try row.value(3),
            balance: try Rupiah(sen: row.value(4) as Int64).negated(), lastMoved: moved))
      }
    }
    return found
  }
}
