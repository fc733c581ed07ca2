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
      return (table, try attempt({ try recompute(table) }, and: { try fits(target) }))
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

  // MARK: - Computing again

  private func recompute(_ table: String) throws {
    switch table {
    case "closingBalance": try MonthClosing.storeBalances(target, month)
    case "savingsInterest": try recomputeInterest()
    case "withholdingSlip": try recomputeSlips()
    case "loanMonth": try recomputeLoans()
    default: break
    }
  }

  private func recomputeInterest() throws {
    let savings = try SavingsMonth(target, known: target, month: month)
    let voucher = try SQLStatement(target, "SELECT id FROM entry WHERE reference = ?")
    let insert = try SQLStatement(
      target, "INSERT INTO savingsInterest VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    try savings.run { member in
      for earned in member.accounts {
        voucher.bind(savings.reference(of: earned.interest.product), at: 1)
        let entry = try voucher.step() ? voucher.int64(0) : 0
        voucher.reset()
        let values =
          [StoredValue(month), .integer(earned.interest.account.value), .integer(entry)]
          + earned.evidence
        for (index, value) in values.enumerated() { insert.bind(value, at: Int32(index) + 1) }
        try insert.run()
      }
    }
  }

  private func recomputeSlips() throws {
    let insert = try SQLStatement(target, "INSERT INTO withholdingSlip VALUES (?, ?, ?, ?)")
    try SavingsMonth(target, known: target, month: month).run { member in
      insert.bind(Int64(month.ordinal), at: 1)
      insert.bind(member.member, at: 2)
      insert.bind(member.monthlyGross.sen, at: 3)
      insert.bind(member.withheld.sen, at: 4)
      try insert.run()
    }
  }

  private func recomputeLoans() throws {
    let catalog = try Catalog(target)
    let reader = try LoanMonthReader(target, month: month, catalog: catalog)
    let evidence = try LoanEvidenceTable(target, month)
    for (_, loans) in try LoanMonthEnd.loans(target, month, catalog) {
      for id in loans {
        guard let finding = try reader.finding(reader.loan(id: id)), finding.isConcerned else {
          continue
        }
        try evidence.insert(finding.evidence(), of: id)
      }
    }
  }
}
