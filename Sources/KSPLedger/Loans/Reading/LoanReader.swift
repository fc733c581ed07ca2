import GRDB
import KSPCore

/// Reads loans: the row, its steps, the plan in force, and its payments from the journal.
struct LoanReader {
  let catalog: Catalog
  let plans: LoanPlanReader
  let accounts: LoanAccountReader
  let statements: LoanStatements
  private let agreed: AgreedTerms

  /// A reader of the open book, with the statements and the terms that it keeps.
  init(_ db: Database, _ catalog: Catalog, _ memory: BookMemory) throws {
    self.init(catalog, try .kept(db, memory), .kept(memory))
  }

  /// A reader of a book that keeps nothing.
  init(_ db: Database, _ catalog: Catalog) throws {
    self.init(catalog, try LoanStatements(db), AgreedTerms())
  }

  private init(_ catalog: Catalog, _ statements: LoanStatements, _ agreed: AgreedTerms) {
    self.catalog = catalog
    self.statements = statements
    self.agreed = agreed
    plans = LoanPlanReader(statements)
    accounts = LoanAccountReader(statements)
  }

  /// The identity of the loan with a number.
  ///
  /// - Throws: `loan.unknown`.
  func id(of number: LoanNumber) throws -> Int64 {
    guard let id = try find(number) else { throw LedgerError.loanUnknown(number) }
    return id
  }

  /// The identity of the loan with a number, if there is one.
  func find(_ number: LoanNumber) throws -> Int64? {
    let numbered = statements.numbered
    numbered.bind(number, at: 1)
    defer { numbered.reset() }
    return try numbered.step() ? numbered.int64(0) : nil
  }

  /// The loan with a number.
  ///
  /// - Throws: `loan.unknown`.
  func loan(_ number: LoanNumber, asOf date: BookDate = .latest) throws -> LoanRecord {
    try loan(id: id(of: number), asOf: date)
  }

  /// A loan as it stood at the end of a day; without a day, with everything that is booked.
  ///
  /// `steps` are its steps where they have been read already; `extent` is how much of its plan is
  /// read, for who asks for no more.
  func loan(
    id: Int64, asOf date: BookDate = .latest, known: LoanKnowledge = .all,
    steps read: [LoanFacts.Step]? = nil, reading extent: LoanPlanReader.Extent = .whole
  ) throws -> LoanRecord {
    let (row, hasSplits) = try row(id, asOf: date, known)
    let product = try product(of: row)
    var contract = try contract(row, product, known)
    let plan = try plans.plan(
      of: (id, contract.number), asOf: date, known: known, terms: contract.terms.plan, extent)
    if let plan, plan.startedOn < contract.appliedOn {
      // It was taken over again, from a day before the one that it was entered with.
      contract.appliedOn =
        try plans.begun(of: id, asOf: date, known).map(\.startedOn).min() ?? plan.startedOn
    }
    let steps = if let read { read } else { try steps(of: id, asOf: date, known) }
    let own = try accounts.read(
      id, of: product,
      product.version(from: row.termsFrom, row.termsVersion).administrationIncome,
      after: plan?.afterEntry, through: date, known: known)
    var facts = LoanFacts(
      contract: contract, accounts: own.accounts, steps: steps, plan: plan, credits: own.credits)
    if hasSplits, let plan, own.accounts != nil {
      let splits = try plans.splits(of: id, after: plan.afterEntry, through: date, known: known)
      facts.credits += splits.credits
      facts.handling = splits.handling
    }
    let state = try LoanState(facts, asOf: date)
    // Whether nothing is left to pay all rows have to say.
    guard state.outstanding.isPositive || plan?.isWhole ?? true else {
      return try loan(id: id, asOf: date, known: known, steps: steps)
    }
    return LoanRecord(
      id: id, memberID: row.member, product: product, state: state, hasSplits: hasSplits)
  }

  // MARK: - A value per query

  /// The terms that were agreed on, once for all loans that have the same.
  private final class AgreedTerms {
    private struct Key: Equatable {
      let product, from, version, count, rate: Int64
      let basis: Rate.Basis
      let administration: AdministrationRule
    }

    /// A few dozens at most, which is what products and their usual terms come to: comparing is
    /// quicker than hashing, and rates agreed one by one are not worth remembering.
    private var known: [(key: Key, terms: SharedTerms)] = []
    private static let most = 64

    /// Those of an open book: terms never change, but what a transaction added may be taken back.
    static func kept(_ memory: BookMemory) -> AgreedTerms {
      if let kept = memory[AgreedTerms.self, for: .transaction] { return kept }
      let terms = AgreedTerms()
      memory[AgreedTerms.self, for: .transaction] = terms
      return terms
    }

    func terms(of row: RegisterRow, _ product: LoanProductRecord) throws -> SharedTerms {
      let key = Key(
        product: row.product, from: row.termsFrom, version: row.termsVersion,
        count: Int64(row.count), rate: row.rate.billionths, basis: row.rate.basis,
        administration: row.administration)
      if let known = known.first(where: { $0.key == key }) { return known.terms }
      var terms = try product.version(from: row.termsFrom, row.termsVersion).terms
      terms.plan.count = row.count
      terms.plan.rate = row.rate
      terms.plan.administration = row.administration
      let shared = SharedTerms(terms)
      if known.count < AgreedTerms.most { known.append((key, shared)) }
      return shared
    }
  }

  /// A row of the register.
  private struct RegisterRow {
    let id, member, product: Int64
    let number: LoanNumber
    let memberNumber: MemberNumber
    let memberName: String
    let termsFrom, termsVersion: Int64
    var principal: Rupiah
    var count: Int
    var rate: Rate
    var administration: AdministrationRule
    let appliedOn: BookDate
  }

  /// A loan as it was asked for, or as it was granted or changed since; and whether anything is
  /// known of a payment beside its legs, now or earlier.
  private func row(
    _ id: Int64, asOf date: BookDate, _ known: LoanKnowledge
  ) throws -> (row: RegisterRow, hasSplits: Bool) {
    var (row, hasOffers, hasSplits) = try asked(id)
    guard hasOffers else { return (row, hasSplits) }
    let offer = statements.offer
    offer.bind(id, at: 1)
    offer.bind(Int64(date.dayNumber), at: 2)
    offer.bind(known.step, at: 3)
    offer.bind(known.entry, at: 4)
    defer { offer.reset() }
    guard try offer.step() else { return (row, hasSplits) }
    row.principal = Rupiah(sen: offer.int64(0))
    row.count = Int(offer.int64(1))
    row.rate = try Rate(billionths: offer.int64(2), per: offer.stored(3, in: .rateBases))
    row.administration = AdministrationRule(
      fixed: offer.optionalInt64(4), step: offer.optionalInt64(5))
    return (row, hasSplits)
  }

  private func asked(
    _ id: Int64
  ) throws -> (row: RegisterRow, hasOffers: Bool, hasSplits: Bool) {
    let header = statements.header
    header.bind(id, at: 1)
    defer { header.reset() }
    guard try header.step() else { throw LedgerError.loanUnknown("#\(id)") }
    let row = RegisterRow(
      id: id, member: header.int64(1), product: header.int64(4), number: header.number(0) ?? "",
      memberNumber: header.number(2) ?? "", memberName: header.text(3) ?? "",
      termsFrom: header.int64(5), termsVersion: header.int64(6),
      principal: Rupiah(sen: header.int64(7)), count: Int(header.int64(8)),
      rate: try Rate(
        billionths: header.int64(9), per: header.stored(10, in: .rateBases)),
      administration: AdministrationRule(
        fixed: header.optionalInt64(13), step: header.optionalInt64(14)),
      appliedOn: try BookDate(stored: header.int64(11)))
    return (row, header.int64(12) == 1, header.int64(15) == 1)
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
    LoanFacts.Contract(
      number: row.number, memberNumber: row.memberNumber,
      memberName: try known.names?.member(row.member) ?? row.memberName,
      product: product.product.code, sharing: try agreed.terms(of: row, product),
      principal: row.principal, appliedOn: row.appliedOn)
  }

  private func steps(
    of id: Int64, asOf date: BookDate, _ known: LoanKnowledge
  ) throws -> [LoanFacts.Step] {
    let steps = known.isAll ? statements.steps : statements.knownSteps
    steps.bind(id, at: 1)
    steps.bind(Int64(date.dayNumber), at: 2)
    if !known.isAll {
      steps.bind(known.entry, at: 3)
      steps.bind(known.step, at: 4)
    }
    defer { steps.reset() }
    var found: [LoanFacts.Step] = []
    while try steps.step() {
      found.append(
        LoanFacts.Step(
          try steps.stored(0, in: .loanSteps),
          on: try BookDate(stored: steps.int64(1)),
          paidOutOn: try steps.optionalInt64(2).map { try BookDate(stored: $0) },
          loanClass: steps.optionalInt64(3).flatMap { LoanClass(rawValue: Int($0)) }))
    }
    return found
  }
}
