import GRDB
import KSPCore

/// Finds rows that refer to rows which are not there, and names the first by table, row and column.
struct ReferenceCheck {
  let db: Database

  func run() throws -> VerificationReport.Check {
    let query = try SQLStatement(db, "PRAGMA foreign_key_check", isShared: false)
    var offenders = Offenders()
    while try query.step() {
      let table = query.text(0) ?? ""
      let (link, row) = (query.int64(3), query.optionalInt64(1))
      let name = offenders.count > 0 ? nil : try self.name(table, link: link, row: row)
      offenders.add(name ?? table)
    }
    return offenders.check(
      "file.references",
      Phrase(id: "Tidak ada rujukan yang putus", en: "No reference is broken"), examined: 1)
  }

  private func name(_ table: String, link: Int64, row: Int64?) throws -> String {
    let links = try Row.fetchAll(
      db, sql: "SELECT \"table\", \"from\", \"to\" FROM pragma_foreign_key_list(?) WHERE id = ?",
      arguments: [table, link])
    let key = try primaryKey(of: table)
    guard let first = links.first, !key.isEmpty else { return table }
    let parent: String = try first.value(0)
    let columns = try links.map { try $0.value(1) as String }
    var targets = try links.compactMap { try $0.optional(2) as String? }
    if targets.count < columns.count { targets = try primaryKey(of: parent) }
    let same = zip(columns, targets).map { "p.\"\($1)\" = c.\"\($0)\"" }
      .joined(separator: " AND ")
    let isSet = columns.map { "c.\"\($0)\" IS NOT NULL" }.joined(separator: " AND ")
    let query = try SQLStatement(
      db,
      """
      SELECT \(key.map { "c.\"\($0)\"" }.joined(separator: ", ")) FROM "\(table)" c
      WHERE \(isSet) AND NOT EXISTS (SELECT 1 FROM "\(parent)" p WHERE \(same))
      """, isShared: false)
    guard try query.step() else { return "\(table) #\(row ?? 0) → \(parent)" }
    let values = (0..<Int32(key.count)).map { query.value($0) }
    let name = try RowName(databases: [db]).text(table, key, values)
    return "\(name) · \(columns.joined(separator: ", ")) → \(parent)"
  }

  private func primaryKey(of table: String) throws -> [String] {
    try String.fetchAll(
      db, sql: "SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk",
      arguments: [table])
  }
}
