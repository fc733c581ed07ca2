import GRDB
public import KSPCore

extension Ledger {
  /// The trial balance (neraca saldo) on a day, with members' accounts summed into theirs.
  ///
  /// - Parameters:
  ///   - date: The day; nil for the last book date of the journal, or today in an empty one.
  ///   - knownAt: Leaves out entries after this one; nil for everything.
  /// - Returns: The accounts with a balance, checked to agree.
  /// - Throws: `trialBalance.unbalanced`.
  public func trialBalance(
    asOf date: BookDate? = nil, knownAt: EntryNumber? = nil
  ) throws(LedgerError) -> TrialBalance {
    let today = try today()
    return try store.read { db in
      let lastDay = try Int64.fetchOne(db, sql: "SELECT max(bookDate) FROM entry")
      let asOf = try date ?? lastDay.map { try BookDate(stored: $0) } ?? today
      let isEverything = knownAt == nil && (lastDay ?? .min) <= Int64(asOf.dayNumber)
      let sums =
        isEverything
        ? TrialBalanceSums.maintained
        : try TrialBalanceSums.computed(db, asOf: asOf, knownAt: knownAt)
      let rows = try Row.fetchAll(
        db,
        sql: """
          WITH leaf (account, amount) AS (\(sums.sql)),
          total (account, amount) AS (
            SELECT CASE WHEN s.account IS NULL AND c.account IS NULL THEN a.id ELSE a.parent END,
              sum(l.amount)
            FROM leaf l JOIN account a ON a.id = l.account
            LEFT JOIN savingsAccount s ON s.account = a.id
            LEFT JOIN loanAccount c ON c.account = a.id
            GROUP BY 1)
          SELECT a.code, a.nameIndonesian, a.nameEnglish, a.type, t.amount
          FROM total t JOIN account a ON a.id = t.account
          WHERE t.amount <> 0 ORDER BY a.code
          """, arguments: sums.arguments)
      return try TrialBalance(
        asOf: asOf, knownAt: knownAt,
        rows: try rows.map { row in
          guard let type = AccountType(rawValue: try row.value(3)) else {
            throw LedgerError.invariantBroken("account \(try row.value(0) as String)")
          }
          return try TrialBalance.Row(
            code: AccountCode(stored: row.value(0)), name: Phrase(row.value(1), row.value(2)),
            type: type,
            debitPositive: Rupiah(sen: row.value(4) as Int64))
        })
    }
  }
}
