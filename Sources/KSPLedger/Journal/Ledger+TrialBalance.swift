import GRDB
public import KSPCore

extension Ledger {
  /// The trial balance (neraca saldo) on a day, with members' accounts summed into theirs.
  ///
  /// - Parameters:
  ///   - date: The day; nil for the last book date up to today, or today where there is none.
  ///   - asRecordedThrough: Leaves out what was recorded after this point; nil for everything.
  /// - Returns: The accounts with a balance, checked to agree.
  /// - Throws: `trialBalance.unbalanced`, `known.beyond`.
  public func trialBalance(
    asOf date: BookDate? = nil, asRecordedThrough: KnowledgePoint? = nil
  ) throws(LedgerError) -> TrialBalance {
    let today = try today()
    return try store.read { db in
      let state = try knownState(db, at: asRecordedThrough)
      let lastDay = try Int64.fetchOne(
        db,
        sql: """
          SELECT bookDate FROM entry WHERE id <= ? AND bookDate <= ? ORDER BY bookDate DESC LIMIT 1
          """, arguments: [state.entry, (date ?? today).dayNumber])
      let asOf = try date ?? lastDay.map { try BookDate(stored: $0) } ?? today
      let isEverything = try state.isAll && !hasEntries(db, after: asOf)
      let sums =
        isEverything
        ? TrialBalanceSums.maintained
        : try TrialBalanceSums.computed(db, asOf: asOf, through: state.entry)
      let rows = try Row.fetchAll(
        db,
        sql: """
          WITH leaf (account, amount) AS (\(sums.sql)),
          \(ChartSums.total)
          SELECT a.code, a.nameIndonesian, a.nameEnglish, a.type, t.amount
          FROM total t JOIN account a ON a.id = t.account
          WHERE t.amount <> 0 ORDER BY a.code
          """, arguments: sums.arguments)
      let names = try KnownNames(db, state)
      return try TrialBalance(
        asOf: asOf, known: state.known,
        rows: try rows.map { row in
          guard let type = AccountType(rawValue: try row.value(3)) else {
            throw LedgerError.invariantBroken("account \(try row.value(0) as String)")
          }
          let code = AccountCode(stored: try row.value(0))
          return try TrialBalance.Row(
            code: code, name: names?.account(code) ?? Phrase(id: row.value(1), en: row.value(2)),
            type: type,
            debitPositive: Rupiah(sen: row.value(4) as Int64))
        })
    }
  }

  private func hasEntries(_ db: Database, after date: BookDate) throws -> Bool {
    try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM entry WHERE bookDate > ?)",
      arguments: [date.dayNumber]) ?? false
  }
}
