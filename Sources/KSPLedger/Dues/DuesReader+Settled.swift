import GRDB
import KSPCore

extension DuesReader {
  /// Which months of dues an entry settled, as it was known when it was recorded: what a slip says,
  /// and its copy years later. Nil for one that pays the dues of nobody, or of several.
  static func settled(
    by entry: EntryNumber, _ db: Database, _ catalog: Catalog
  ) throws -> Receipt.Dues? {
    let found = try SQLStatement(
      db,
      """
      SELECT DISTINCT s.member, s.product, e.bookDate, e.event
      FROM entry e JOIN posting p ON p.entry = e.id AND p.amount < 0
      JOIN savingsAccount s ON s.account = p.account
      JOIN savingsProduct d ON d.id = s.product AND d.kind = \(SavingsKind.wajib.sql)
      WHERE e.id = ? AND e.kind IN \(EntryKind.sqlList(.paysDues)) LIMIT 2
      """)
    found.bind(entry.value, at: 1)
    defer { found.reset() }
    guard try found.step() else { return nil }
    let (member, product, event) = (found.int64(0), found.int64(1), found.int64(3))
    let date = try BookDate(stored: found.int64(2))
    guard try !found.step() else { return nil }
    let reader = try Self(db, catalog, known: (event: event, entry: entry.value))
    guard let asking = reader.products.first(where: { $0.id == product }) else { return nil }
    return try DuesCard.settled(
      by: entry, reader.facts(of: member, product, asOf: date), under: asking.rule, on: date)
  }
}
