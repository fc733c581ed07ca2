import GRDB

extension Database {
  /// Whether a table has a row; a condition may follow its name. What a book has none of need not
  /// be looked for member by member, or voucher by voucher.
  func hasRow(_ table: String) throws -> Bool {
    try Bool.fetchOne(cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM \(table))")) ?? false
  }
}
