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
    return try status(id: id(of: number), asOf: date, db, known, state?.known)
  }

  /// A loan with everything that is shown of it, found already.
  func status(
    id: Int64, asOf date: BookDate, _ db: Database, _ known: LoanKnowledge = .all,
    _ last: Knowledge? = nil
  ) throws -> LoanStatus {
    let told = try told(id, asOf: date, known)
    // Of what was known earlier, what is told and what has happened are not the same.
    let record = try loan(
      id: id, asOf: date, known: known,
      steps: known.isAll
        ? told.map { LoanFacts.Step($0.step.kind, on: $0.step.date, paidOutOn: $0.paidOutOn) }
        : nil)
    let steps = told.map(\.step)
    let position = try record.state.owedPosition(asOf: date)
    let collaterals = try collaterals(of: record.id)
    let grade = try LoanGrade(record.state, position, collaterals: collaterals)
    return LoanStatus(
      loan: record.loan, asOf: date, installments: record.state.plan?.installments ?? [],
      payments: record.state.payments, position: position, loanClass: grade.loanClass,
      collaterals: collaterals,
      guarantors: try guarantors(of: record, known, db), steps: steps,
      reallocations: try reallocations(of: id, asOf: date, known, db),
      claim: try claim(on: record, steps, db), known: last)
  }

  /// The payments that settle something else than when they were entered.
  func reallocations(
    of loan: Int64, asOf date: BookDate, _ known: LoanKnowledge, _ db: Database
  ) throws -> [LoanReallocation] {
    try reallocations(
      db, "s.loan = ?1 AND r.bookDate <= ?2 AND s.entry <= ?3",
      [loan, date.dayNumber, known.entry])
  }

  /// What a payment changed about others as it was entered, and what has been changed about it
  /// since.
  func reallocations(
    by payment: EntryNumber, of loan: Int64, _ db: Database
  ) throws -> [LoanReallocation] {
    try reallocations(
      db,
      """
      s.loan = ?1 AND (s.payment = ?2
        OR r.act = (SELECT ifnull(act, event) FROM entry WHERE id = ?2))
      """, [loan, payment.value])
  }

  private func reallocations(
    _ db: Database, _ condition: String, _ arguments: StatementArguments
  ) throws -> [LoanReallocation] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT s.entry, r.bookDate, s.payment, e.bookDate, s.lateFee, s.interest, s.principal,
          s.rest
        FROM loanSplit s JOIN entry r ON r.id = s.entry JOIN entry e ON e.id = s.payment
        WHERE s.entry <> s.payment AND \(condition) ORDER BY s.entry
        """, arguments: arguments
    ).map { row in
      func amount(_ column: Int) throws -> Rupiah { Rupiah(sen: try row.value(column) as Int64) }
      return try LoanReallocation(
        entry: EntryNumber(row.value(0)), date: BookDate(stored: row.value(1)),
        payment: EntryNumber(row.value(2)), paidOn: BookDate(stored: row.value(3)),
        change: LoanParts(
          lateFee: amount(4), interest: amount(5), principal: amount(6), savings: amount(7)))
    }
  }

  /// The steps as people read them.
  private func told(
    _ loan: Int64, asOf date: BookDate, _ known: LoanKnowledge
  ) throws -> [(step: LoanStatus.Step, paidOutOn: BookDate?)] {
    let query = statements.told
    query.bind(loan, at: 1)
    query.bind(Int64(date.dayNumber), at: 2)
    query.bind(known.entry, at: 3)
    query.bind(known.step, at: 4)
    defer { query.reset() }
    var steps: [(LoanStatus.Step, BookDate?)] = []
    while try query.step() {
      let step = try LoanStatus.Step(
        kind: query.stored(0, in: .loanSteps), date: BookDate(stored: query.int64(1)),
        entry: query.optionalInt64(3).map { EntryNumber($0) },
        loanClass: query.optionalInt64(4).flatMap { LoanClass(rawValue: Int($0)) },
        note: query.text(5), recordedBy: query.text(6))
      steps.append((step, try query.optionalInt64(2).map { try BookDate(stored: $0) }))
    }
    return steps
  }

  /// Who vouches for a loan, by the names that were known.
  private func guarantors(
    of record: LoanRecord, _ known: LoanKnowledge, _ db: Database
  ) throws -> [String] {
    guard let names = known.names else { return try guarantors(of: record.id) }
    let lines = try Int64.fetchAll(
      db.cachedStatement(sql: "SELECT line FROM loanGuarantor WHERE loan = ? ORDER BY line"),
      arguments: [record.id])
    return try lines.compactMap { line in
      try names.personal("loanGuarantor.\(record.id).\(line).name", of: record.memberID)
    }
  }

  /// Who vouches for a loan, as they are called now.
  func guarantors(of loan: Int64) throws -> [String] {
    let query = statements.guarantors
    query.bind(loan, at: 1)
    defer { query.reset() }
    var found: [String] = []
    while try query.step() { found.append(query.text(0) ?? "") }
    return found
  }

  /// What secures a loan.
  func collaterals(of loan: Int64) throws -> [Collateral] {
    try LoanReader.collaterals(of: loan, statements.collaterals)
  }

  /// What secures a loan, for those who have no reader.
  static func collaterals(_ db: Database, _ loan: Int64) throws -> [Collateral] {
    try collaterals(of: loan, SQLStatement(db, LoanStatements.collaterals))
  }

  private static func collaterals(
    of loan: Int64, _ query: SQLStatement
  ) throws -> [Collateral] {
    query.bind(loan, at: 1)
    defer { query.reset() }
    var found: [Collateral] = []
    while try query.step() {
      found.append(
        Collateral(
          kind: try query.stored(0, in: .collateralKinds), description: query.text(1) ?? "",
          value: Rupiah(sen: query.int64(2))))
    }
    return found
  }
}
