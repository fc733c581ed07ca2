import GRDB
import KSPCore

extension DuesReader {
  /// Which months of dues an entry settled, as it was known when it was recorded: what a slip says,
  /// and its copy years later. Nil for one that pays the dues of nobody, or of several.
  static func settled(
    by entry: EntryNumber, _ db: Database, _ catalog: Catalog
  ) throws -> Receipt.Dues? {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT DISTINCT s.member, s.product, e.bookDate, e.event
        FROM entry e JOIN posting p ON p.entry = e.id AND p.amount < 0
        JOIN savingsAccount s ON s.account = p.account
        JOIN savingsProduct d ON d.id = s.product AND d.kind = \(SavingsKind.wajib.sql)
        WHERE e.id = ? AND e.kind IN \(EntryKind.sqlList(.paysDues)) LIMIT 2
        """, arguments: [entry.value])
    guard rows.count == 1 else { return nil }
    let (member, product): (Int64, Int64) = try (rows[0].value(0), rows[0].value(1))
    let date = try BookDate(stored: rows[0].value(2))
    let reader = try Self(db, catalog, known: (event: rows[0].value(3), entry: entry.value))
    guard let asking = reader.products.first(where: { $0.id == product }) else { return nil }
    return try DuesCard.settled(
      by: entry, reader.facts(of: member, product, asOf: date), under: asking.rule, on: date)
  }
}
