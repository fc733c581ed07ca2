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
    let row = try row(id)
    let product = try product(of: row)
    let contract = try contract(row, product, known)
    let accounts = try accounts(of: id, product)
    let plan = try plans.plan(
      of: (id, contract.number), asOf: date, known: known, terms: contract.terms.plan)
    var facts = LoanFacts(
      contract: contract, accounts: accounts, steps: try steps(of: id, asOf: date, known),
      plan: plan)
    if let plan, let accounts {
      facts.credits = try plans.credits(of: accounts, on: plan, through: date, known: known)
    }
    return LoanRecord(
      id: id, memberID: row.member, product: product, state: try LoanState(facts, asOf: date))
  }

  // MARK: - A value per query

  /// A row of the register.
  private struct RegisterRow {
    let id, member, product: Int64
    let number, memberNumber, memberName: String
    let termsFrom, termsVersion: Int64
    let principal: Rupiah
    let count: Int
    let rate: Rate
    let appliedOn: BookDate
  }

  private func row(_ id: Int64) throws -> RegisterRow {
    header.bind(id, at: 1)
    defer { header.reset() }
    guard try header.step() else { throw LedgerError.loanUnknown("#\(id)") }
    return RegisterRow(
      id: id, member: header.int64(1), product: header.int64(4), number: header.text(0) ?? "",
      memberNumber: header.text(2) ?? "", memberName: header.text(3) ?? "",
      termsFrom: header.int64(5), termsVersion: header.int64(6),
      principal: Rupiah(sen: header.int64(7)), count: Int(header.int64(8)),
      rate: try Rate(
        billionths: header.int64(9), per: stored(Rate.Basis.self, header.text(10) ?? "")),
      appliedOn: try BookDate(stored: header.int64(11)))
  }

  private func product(of row: RegisterRow) throws -> LoanProductRecord {
    guard let product = catalog.loanProducts.first(where: { $0.id == row.product }) else {
      throw LedgerError.invariantBroken("loan \(row.id): product")
    }
    return product
  }

  /// The loan as it was agreed on, with the borrower's name as it was known.
  private func contract(
    _ row: RegisterRow, _ product: LoanProductRecord, _ known: LoanKnowledge
  ) throws -> LoanFacts.Contract {
    var terms = try product.version(from: row.termsFrom, row.termsVersion).terms
    terms.plan.count = row.count
    terms.plan.rate = row.rate
    return LoanFacts.Contract(
      number: row.number, memberNumber: row.memberNumber,
      memberName: try known.names?.member(row.member) ?? row.memberName,
      product: product.product.code, terms: terms, principal: row.principal,
      appliedOn: row.appliedOn)
  }

  private func steps(
    of id: Int64, asOf date: BookDate, _ known: LoanKnowledge
  ) throws -> [LoanFacts.Step] {
    steps.bind(id, at: 1)
    steps.bind(Int64(date.dayNumber), at: 2)
    steps.bind(known.entry, at: 3)
    steps.bind(known.step, at: 4)
    defer { steps.reset() }
    var found: [LoanFacts.Step] = []
    while try steps.step() {
      found.append(
        LoanFacts.Step(
          try stored(Loan.Step.self, steps.text(0) ?? ""),
          on: try BookDate(stored: steps.int64(1)),
          paidOutOn: try steps.optionalInt64(2).map { try BookDate(stored: $0) }))
    }
    return found
  }

  /// The accounts that a loan's events touch; nil before they were opened.
  private func accounts(
    of id: Int64, _ product: LoanProductRecord
  ) throws -> PostingRules.LoanAccounts? {
    var found: [String: AccountID] = [:]
    accounts.bind(id, at: 1)
    defer { accounts.reset() }
    while try accounts.step() {
      found[accounts.text(1) ?? ""] = AccountID(accounts.int64(0))
    }
    guard let principal = found["principal"], let interest = found["interest"],
      let lateFee = found["late-fee"]
    else { return nil }
    return PostingRules.LoanAccounts(
      principal: principal, interest: interest, lateFee: lateFee,
      interestIncome: product.accounts.interestIncome,
      lateFeeIncome: product.accounts.lateFeeIncome)
  }
}
