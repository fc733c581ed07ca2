import GRDB
import KSPCore

extension LoanReader {
  /// A loan with everything that is shown of it.
  func status(
    of number: String, asOf date: BookDate, _ db: Database, state: KnownState? = nil
  ) throws -> LoanStatus {
    guard let known = try state.map({ try LoanKnowledge.at($0, of: number, db) }) ?? .all else {
      throw LedgerError.loanUnknown(number)
    }
    let record = try loan(id: id(of: number), asOf: date, known: known)
    let position = try record.state.owedPosition(asOf: date)
    let collaterals = try LoanReader.collaterals(db, record.id)
    let grade = try LoanGrade(record.state, position, collaterals: collaterals)
    let steps = try LoanReader.steps(db, record.id, asOf: date, known)
    return LoanStatus(
      loan: record.loan, asOf: date, installments: record.state.plan?.installments ?? [],
      payments: record.state.payments, position: position, loanClass: grade.loanClass,
      collaterals: collaterals,
      guarantors: try guarantors(of: record, known, db), steps: steps,
      claim: try claim(on: record, steps, db), known: state?.known)
  }

  private static func steps(
    _ db: Database, _ loan: Int64, asOf date: BookDate, _ known: LoanKnowledge
  ) throws -> [LoanStatus.Step] {
    let query = try db.cachedStatement(
      sql: """
        SELECT kind, bookDate, entry, class, note, recordedBy FROM loanStep s
        WHERE loan = ?1 AND bookDate <= ?2 AND id <= ?4 AND NOT EXISTS
          (SELECT 1 FROM entry WHERE reverses = s.entry AND bookDate <= ?2 AND id <= ?3)
        ORDER BY id
        """)
    return try Row.fetchAll(
      query, arguments: [loan, date.dayNumber, known.entry, known.step]
    ).map { row in
      try LoanStatus.Step(
        kind: stored(Loan.Step.self, row.value(0)), date: BookDate(stored: row.value(1)),
        entry: (row.optional(2) as Int64?).map { EntryNumber($0) },
        loanClass: (row.optional(3) as Int?).flatMap { LoanClass(rawValue: $0) },
        note: row.optional(4), recordedBy: row.optional(5))
    }
  }

  /// Who vouches for a loan, by the names that were known.
  private func guarantors(
    of record: LoanRecord, _ known: LoanKnowledge, _ db: Database
  ) throws -> [String] {
    guard let names = known.names else { return try LoanReader.guarantors(db, record.id) }
    let lines = try Int64.fetchAll(
      db.cachedStatement(sql: "SELECT line FROM loanGuarantor WHERE loan = ? ORDER BY line"),
      arguments: [record.id])
    return try lines.compactMap { line in
      try names.personal("loanGuarantor.\(record.id).\(line).name", of: record.memberID)
    }
  }

  static func guarantors(_ db: Database, _ loan: Int64) throws -> [String] {
    try String.fetchAll(
      db.cachedStatement(sql: "SELECT name FROM loanGuarantor WHERE loan = ? ORDER BY line"),
      arguments: [loan])
  }

  static func collaterals(_ db: Database, _ loan: Int64) throws -> [Collateral] {
    let query = try SQLStatement(
      db, "SELECT kind, description, value FROM loanCollateral WHERE loan = ? ORDER BY line")
    query.bind(loan, at: 1)
    defer { query.reset() }
    var found: [Collateral] = []
    while try query.step() {
      found.append(
        Collateral(
          kind: try stored(Collateral.Kind.self, query.text(0) ?? ""),
          description: query.text(1) ?? "", value: Rupiah(sen: query.int64(2))))
    }
    return found
  }
}
