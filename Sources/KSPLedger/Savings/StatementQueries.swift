import GRDB
import KSPCore

/// What statements are read with, prepared once.
final class StatementQueries {
  let heading, snapshot, before, lateBefore, lateAfter, lines, otherLeg, after: SQLStatement
  let earlier, later, held: SQLStatement
  let counter: CounterQueries

  /// The kinds of lines that name the account on the other side.
  private static let counterKinds = EntryKind.all([.movesSavings, .atCounter])

  /// `isShared` is false for a reader whose rows are handed to a caller who may ask for another
  /// statement meanwhile.
  init(_ db: Database, isShared: Bool = true) throws {
    func prepare(_ sql: String) throws -> SQLStatement {
      try SQLStatement(db, sql, isShared: isShared)
    }
    heading = try prepare(
      """
      SELECT a.code, a.nameIndonesian, a.nameEnglish, a.type, b.balance, m.number, m.name,
        s.product, a.isPostable, m.id
      FROM account a
      LEFT JOIN accountBalance b ON b.account = a.id
      LEFT JOIN savingsAccount s ON s.account = a.id
      LEFT JOIN member m ON m.id = s.member
      WHERE a.id = ?
      """)
    snapshot = try prepare("SELECT balance FROM closingBalance WHERE month = ? AND account = ?")
    before = try prepare(
      """
      SELECT ifnull(sum(amount), 0) FROM posting
      WHERE account = ? AND bookDate > ? AND bookDate < ? AND entry <= ?
      """)
    // What was recorded in the closing period of a year after the month before was closed.
    lateBefore = try prepare(
      """
      SELECT ifnull(sum(p.amount), 0) FROM yearEntry y CROSS JOIN posting p ON p.entry = y.entry
      WHERE p.account = ? AND y.entry > ? AND y.entry <= ? AND p.bookDate <= ?
      """)
    // The same for the closing balance: what counts, less what the stored balance holds, and what
    // was taken off it although it does not.
    lateAfter = try prepare(
      """
      SELECT ifnull(sum(p.amount * ((p.bookDate <= ?2 AND y.entry <= ?3)
        - (p.bookDate <= ?4 AND y.entry <= ?5)
        + (p.bookDate > ?6 AND p.bookDate <= ?4 AND (p.bookDate > ?2 OR y.entry > ?3)))), 0)
      FROM yearEntry y CROSS JOIN posting p ON p.entry = y.entry WHERE p.account = ?1
      """)
    // Of what came over the counter the first other leg is told: one step in the index of legs. A
    // join keeps its place open there; asking for each line by itself would cost twice as much.
    lines = try prepare(
      """
      SELECT p.bookDate, p.entry, p.amount, e.kind, e.memo, o.account
      FROM posting p JOIN entry e ON e.id = p.entry
      LEFT JOIN posting o ON o.entry = p.entry
        AND o.line = CASE WHEN ?5 AND e.kind IN \(EntryKind.sqlList(Self.counterKinds))
          THEN 1 + (p.line = 1) END
      WHERE p.account = ?1 AND p.bookDate BETWEEN ?2 AND ?3 AND p.entry <= ?4
      ORDER BY p.bookDate, p.entry, p.line
      """)
    otherLeg = try prepare(
      "SELECT account FROM posting WHERE entry = ? AND account <> ? ORDER BY line LIMIT 1")
    after = try prepare(
      """
      SELECT ifnull(sum(amount), 0) FROM posting
      WHERE account = ? AND bookDate > ? AND bookDate <= ? AND (bookDate > ? OR entry > ?)
      """)
    // Closing balances may only be used by a reader who knows the entries they were made of.
    earlier = try prepare(
      """
      SELECT month, lastDay, lastEntry FROM closedMonth WHERE month < ? AND lastEntry <= ?
      ORDER BY month DESC LIMIT 1
      """)
    later = try prepare("SELECT month, lastDay, lastEntry FROM closedMonth WHERE month = ?")
    held = try prepare("SELECT 1 FROM hold WHERE account = ? LIMIT 1")
    counter = try CounterQueries(db, isShared: isShared)
  }

  /// Those of an open book, kept as long as its connection.
  static func kept(_ db: Database, _ memory: BookMemory) throws -> StatementQueries {
    if let kept = memory[StatementQueries.self, for: .connection] { return kept }
    let queries = try StatementQueries(db)
    memory[StatementQueries.self, for: .connection] = queries
    return queries
  }
}
