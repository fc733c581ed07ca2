import GRDB
import KSPCore

/// Reads loans: the row, its steps, the plan in force, and its payments from the journal.
struct LoanReader {
  private let catalog: Catalog
  private let plans: LoanPlanReader
  private let header: SQLStatement
  private let steps: SQLStatement
  private let accounts: SQLStatement
  private let numbered: SQLStatement

  init(_ db: Database, _ catalog: Catalog) throws {
    self.catalog = catalog
    plans = try LoanPlanReader(db)
    numbered = try SQLStatement(db, "SELECT id FROM loan WHERE number = ?")
    header = try SQLStatement(
      db,
      """
      SELECT l.number, l.member, m.number, m.name, l.product, l.termsFrom, l.termsVersion,
        l.principal, l.count, l.rateBillionths, l.rateBasis, l.appliedOn
      FROM loan l JOIN member m ON m.id = l.member WHERE l.id = ?
      """)
    // A step whose entry was reversed has not happened, from the day of the reversal on. Steps come
    // in order, so one that is not known yet hides those after it.
    steps = try SQLStatement(
      db,
      """
      SELECT kind, bookDate, CASE kind WHEN 'disbursed' THEN bookDate WHEN 'opening' THEN
        (SELECT periodStart FROM loanPlan WHERE loan = s.loan AND entry = s.entry) END
      FROM loanStep s
      WHERE loan = ?1 AND bookDate <= ?2 AND id <= ?4
        AND id < ifnull((SELECT min(id) FROM loanStep WHERE loan = ?1 AND entry > ?3), id + 1)
        AND NOT EXISTS
          (SELECT 1 FROM entry WHERE reverses = s.entry AND bookDate <= ?2 AND id <= ?3)
      ORDER BY id
      """)
    accounts = try SQLStatement(
      db,
      """
      SELECT account, part FROM loanAccount WHERE loan = ?
      """)
  }

  /// The identity of the loan with a number.
  ///
  /// - Throws: `loan.unknown`.
  func id(of number: String) throws -> Int64 {
    guard let id = try find(number) else { throw LedgerError.loanUnknown(number) }
    return id
  }

  /// The identity of the loan with a number, if there is one.
  func find(_ number: String) throws -> Int64? {
    numbered.bind(number, at: 1)
    defer { numbered.reset() }
    return try numbered.step() ? numbered.int64(0) : nil
  }

  /// The loan with a number.
  ///
  /// - Throws: `loan.unknown`.
  func loan(_ number: String, asOf date: BookDate = .latest) throws -> LoanRecord {
    try loan(id: id(of: number), asOf: date)
  }

  /// A loan as it stood at the end of a day; without a day, with everything that is booked.
  func loan(
    id: Int64, asOf date: BookDate = .latest, known: LoanKnowledge = .all
  ) throws -> LoanRecord {
    header.bind(id, at: 1)
    defer { header.reset() }
    guard try header.step() else { throw LedgerError.loanUnknown("#\(id)") }
    let productID = header.int64(4)
    guard let product = catalog.loanProducts.first(where: { $0.id == productID }) else {
      throw LedgerError.invariantBroken("loan \(id): product")
    }
    var terms = try product.version(from: header.int64(5), header.int64(6)).terms
    terms.plan.count = Int(header.int64(8))
    terms.plan.rate = try Rate(
      billionths: header.int64(9), per: stored(Rate.Basis.self, header.text(10) ?? ""))
    let agreed = terms.plan
    let leaves = try leaves(of: id)
    let number = header.text(0) ?? ""
    let plan = try plans.plan(of: (id, number), asOf: date, known: known, terms: agreed)
    if let plan { terms.plan = plan.terms }
    let payments = try plan.flatMap { plan in
      try leaves.map {
        try plan.paidBefore + plans.payments($0, on: plan, through: date, known: known)
      }
    }
    let appliedOn = try BookDate(stored: header.int64(11))
    let history = try history(of: id, appliedOn, date, known)
    var outstanding = plan?.principal ?? .zero
    for payment in payments ?? [] { outstanding = try outstanding - payment.principal }
    if history.last == "written-off" || history.last == "recovered" { outstanding = .zero }
    let isPaidBack =
      try outstanding.isZero
      && plan.map { try hasNothingLeft($0, payments ?? [], terms.lateFee) } ?? false
    return LoanRecord(
      id: id, memberID: header.int64(1),
      loan: Loan(
        number: number, memberNumber: header.text(2) ?? "",
        memberName: try known.names?.member(header.int64(1)) ?? header.text(3) ?? "",
        product: product.product.code, terms: terms,
        principal: Rupiah(sen: header.int64(7)), appliedOn: appliedOn,
        disbursedOn: history.disbursedOn,
        status: history.status(isPaidBack: isPaidBack, isApplied: date < appliedOn)),
      product: product, agreed: agreed, accounts: leaves, plan: plan, payments: payments ?? [],
      outstanding: outstanding, lastDate: max(history.lastDate, plan?.startedOn ?? appliedOn))
  }

  /// A loan with everything that is shown of it.
  func status(
    of number: String, asOf date: BookDate, _ db: Database, state: KnownState? = nil
  ) throws -> LoanStatus {
    guard let known = try state.map({ try LoanKnowledge.at($0, of: number, db) }) ?? .all else {
      throw LedgerError.loanUnknown(number)
    }
    let record = try loan(id: id(of: number), asOf: date, known: known)
    let position = try record.owedPosition(asOf: date)
    let collaterals = try LoanReader.collaterals(db, record.id)
    let grade = try LoanGrade(record, position, collaterals: collaterals)
    let steps = try LoanReader.steps(db, record.id, asOf: date, known)
    return LoanStatus(
      loan: record.loan, asOf: date, installments: record.plan?.installments ?? [],
      payments: record.payments, position: position, loanClass: grade.loanClass,
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
        kind: row.value(0), date: BookDate(stored: row.value(1)),
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

  // MARK: - Pieces

  /// Whether nothing is left to pay: no installment, and no late fee either.
  private func hasNothingLeft(
    _ plan: LoanRecord.Plan, _ payments: [LoanPayment], _ rule: LateFeeRule?
  ) throws -> Bool {
    func position(_ rule: LateFeeRule?) throws -> LoanPosition {
      try LoanPosition(
        installments: plan.installments, payments: payments, carried: plan.carried,
        startedOn: plan.startedOn, rule: rule, asOf: .latest)
    }
    // Late fees end with the last installment; before that they would be counted for ever.
    return try position(nil).open.isEmpty && position(rule).lateFee.isZero
  }

  private struct History {
    /// Nil when nothing has happened: before the application, or when a takeover was reversed.
    var last: String?
    var disbursedOn: BookDate?
    var lastDate: BookDate

    func status(isPaidBack: Bool, isApplied: Bool) -> Loan.Status {
      switch last {
      case nil: isApplied ? .applied : .cancelled
      case "applied": .applied
      case "approved": .approved
      case "rejected": .rejected
      case "written-off", "recovered": .writtenOff
      case "settled": .settled
      default: isPaidBack ? .settled : .running
      }
    }
  }

  private func history(
    of id: Int64, _ appliedOn: BookDate, _ date: BookDate, _ known: LoanKnowledge
  ) throws -> History {
    var history = History(lastDate: appliedOn)
    steps.bind(id, at: 1)
    steps.bind(Int64(date.dayNumber), at: 2)
    steps.bind(known.entry, at: 3)
    steps.bind(known.step, at: 4)
    defer { steps.reset() }
    while try steps.step() {
      let date = try BookDate(stored: steps.int64(1))
      history.last = steps.text(0) ?? ""
      history.lastDate = max(history.lastDate, date)
      if let day = steps.optionalInt64(2) { history.disbursedOn = try BookDate(stored: day) }
    }
    return history
  }

  private func leaves(of id: Int64) throws -> LoanRecord.Accounts? {
    var found: [String: AccountID] = [:]
    accounts.bind(id, at: 1)
    defer { accounts.reset() }
    while try accounts.step() {
      found[accounts.text(1) ?? ""] = AccountID(accounts.int64(0))
    }
    guard let principal = found["principal"], let interest = found["interest"],
      let lateFee = found["late-fee"]
    else { return nil }
    return LoanRecord.Accounts(principal: principal, interest: interest, lateFee: lateFee)
  }
}
