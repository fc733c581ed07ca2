import GRDB

/// What the account that stood for cash is read with, prepared once.
final class CounterQueries {
  let account, paid, payer: SQLStatement

  init(_ db: Database, isShared: Bool = true) throws {
    account = try SQLStatement(
      db,
      """
      SELECT a.code, a.nameIndonesian, a.nameEnglish, s.account, a.isBank FROM account a
      LEFT JOIN savingsAccount s ON s.account = a.id WHERE a.id = ?
      """, isShared: isShared)
    // One step in the legs of an account, however many an entry has.
    paid = try SQLStatement(
      db,
      "SELECT 1 FROM posting WHERE account = ? AND bookDate = ? AND entry = ? AND amount > 0",
      isShared: isShared)
    // What is recognised, or comes back of interest cut in advance, is debited too.
    payer = try SQLStatement(
      db,
      """
      SELECT p.account FROM posting p WHERE p.entry = ? AND p.amount > 0
        AND NOT EXISTS (SELECT 1 FROM loanAccount c WHERE c.account = p.account)
        AND p.account NOT IN (SELECT unearnedInterest FROM loanProduct)
      ORDER BY p.line LIMIT 1
      """, isShared: isShared)
  }

  /// Those of an open book, kept as long as its connection.
  static func kept(_ db: Database, _ memory: BookMemory) throws -> CounterQueries {
    if let kept = memory[CounterQueries.self, for: .connection] { return kept }
    let queries = try CounterQueries(db)
    memory[CounterQueries.self, for: .connection] = queries
    return queries
  }
}
