import GRDB
import KSPCore

/// The number of rows that a month end left in a table of evidence, and the SHA-256 of them.
///
/// Hashed are the values of the columns, row by row in the order of the key, as ``CanonicalBytes``
/// writes them: as many to a row as the table has columns, so that rows need no mark between them.
struct EvidenceDigest: Equatable {
  let rows: Int64
  let digest: [UInt8]

  /// Reads the rows of a month once, in flat memory.
  init(_ db: Database, _ month: BookMonth, _ part: (table: String, columns: [String])) throws {
    let columns = part.columns.joined(separator: ", ")
    let query = try SQLStatement(
      db,
      """
      SELECT \(columns) FROM \(part.table) WHERE month = ? ORDER BY month, \(part.columns[0])
      """, isShared: false)
    query.bind(Int64(month.ordinal), at: 1)
    var sha = SHA256Digest()
    var bytes = CanonicalBytes()
    var rows: Int64 = 0
    while try query.step() {
      for column in 0..<Int32(part.columns.count) { bytes.append(query.value(column)) }
      rows += 1
      if bytes.bytes.count >= 4_096 {
        bytes.bytes.withUnsafeBytes { sha.update($0) }
        bytes.removeAll()
      }
    }
    bytes.bytes.withUnsafeBytes { sha.update($0) }
    self.rows = rows
    digest = sha.finish()
  }
}
