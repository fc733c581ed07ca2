import GRDB
import KSPCore

/// Brings the evidence of a month into a new book: copied where it fits the digest that closed the
/// month, computed again from the new book's own journal where it does not.
struct RebuildEvidence {
  enum Outcome {
    case copied
    case recomputed
    case lost
  }

  let source: Database
  let target: Database
  let month: BookMonth

  /// What became of each table of evidence that the event of a closing names.
  func carry(_ changes: [RowChange]) throws -> [(table: String, outcome: Outcome)] {
    let sealed = changes.filter { $0.table == "monthEvidence" }.flatMap { change in
      change.rows.map { Dictionary(zip(change.columns, $0.values)) { first, _ in first } }
    }
    return try sealed.map { row in
      let table = row["part"]?.text ?? ""
      guard let part = Schema.evidence.first(where: { $0.table == table }),
        let rows = row["rows"]?.integer, case .bytes(let digest) = row["digest"] ?? .null
      else { return (table, .lost) }
      func fits(_ db: Database) throws -> Bool {
        let found = try unlessDamaged { try EvidenceDigest(db, month, part) }
        return found.map { $0.rows == rows && $0.digest == digest } ?? false
      }
      if try fits(source) {
        try copy(part)
        return (table, .copied)
      }
      return (
        table,
        try attempt(
          { try Self.restore(table, of: month, in: target) }, and: { try fits(target) })
      )
    }
  }

  /// Keeps what `body` wrote only if it fits.
  private func attempt(
    _ body: () throws -> Void, and fits: () throws -> Bool
  ) throws -> Outcome {
    var outcome = Outcome.lost
    try target.inSavepoint {
      let isDone: Void? = try unlessDamaged(body)
      guard isDone != nil, try fits() else { return .rollback }
      outcome = .recomputed
      return .commit
    }
    return outcome
  }

  private func copy(_ part: (table: String, columns: [String])) throws {
    let columns = part.columns.joined(separator: ", ")
    let rows = try SQLStatement(
      source,
      """
      SELECT month, \(columns) FROM \(part.table) WHERE month = ?
      ORDER BY month, \(part.columns[0])
      """, isShared: false)
    let marks = Array(repeating: "?", count: part.columns.count + 1).joined(separator: ", ")
    let insert = try SQLStatement(
      target, "INSERT INTO \(part.table) (month, \(columns)) VALUES (\(marks))")
    rows.bind(Int64(month.ordinal), at: 1)
    while try rows.step() {
      for column in 0...Int32(part.columns.count) {
        insert.bind(rows.value(column), at: column + 1)
      }
      try insert.run()
    }
  }
}
