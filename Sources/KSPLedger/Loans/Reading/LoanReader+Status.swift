import GRDB
import KSPCore

extension LoanReader {
  /// A loan with everything that is shown of it.
  func status(
    of number: LoanNumber, asOf date: BookDate, _ db: Database, state: KnownState? = nil
  ) throws -> LoanCard {
    guard let known = try state.map({ try LoanKnowledge.at($0, of: number, db) }) ?? .all else {
      throw LedgerError.loanUnknown(number)
    }
    let names = try state.flatMap { try KnownNames(db, $0) }
    let counter = try CounterSide(
      db, cash: catalog.cashAccounts, statements.counter, state, names: names)
    return try status(id: id(of: number), asOf: date, db, known, state?.known, naming: counter)
  }

  /// A loan with everything that is shown of it, found already; of one that is shown by itself,
  /// `counter` names who paid.
  func status(
    id: Int64, asOf date: BookDate, _ db: Database, _ known: LoanKnowledge = .all,
    _ last: Knowledge? = nil, naming counter: CounterSide? = nil
  ) throws -> LoanCard {
    let told = try told(id, asOf: date, known)
    // Of what was known earlier, what is told and what has happened are not the same.
    let record = try loan(
      id: id, asOf: date, known: known,
      steps: known.isAll
        ? told.map {
          LoanFacts.Step(
            $0.step.kind, on: $0.step.date, paidOutOn: $0.paidOutOn, loanClass: $0.step.loanClass)
        }
        : nil)
    let steps = told.map(\.step)
    let position = try record.state.owedPosition(asOf: date)
    let pledged = try pledged(of: record.id, asOf: date, step: known.step)
    let collaterals = pledged.map(\.collateral)
    let grade = try LoanGrade(record.state, LoanDues(position), collaterals: collaterals)
    var history = try history(of: record, asOf: date, known)
    if let counter { history = try counter.named(history) }
    let guarantors = try guarantors(of: record, known)
    let exposures =
      counter != nil
      ? try guarantors.compactMap(\.member).map { try exposure(of: $0, asOf: date, db) } : []
    return LoanCard(
      loan: record.loan, asOf: date, installments: record.state.facts.plan?.installments ?? [],
      payments: record.state.payments, position: position, loanClass: grade.loanClass,
      kept: grade.kept,
      collaterals: collaterals,
      guarantors: guarantors, exposures: exposures,
      collateralLines: pledged.map(\.line), steps: steps,
      history: history, reallocations: try reallocations(of: record, asOf: date, known),
      reconciliation: try LoanReconciliation(record.state, position, history),
      claim: try claim(on: record, steps, db), known: last)
  }

  /// Everything that settled a part of the loan. Under its first plan that is what its state was
  /// made of; what came under earlier plans is read.
  func history(
    of record: LoanRecord, asOf date: BookDate, _ known: LoanKnowledge
  ) throws -> [LoanCardPayment] {
    let state = record.state
    guard let plan = state.plan, let own = state.accounts else { return [] }
    guard plan.version > 1 else {
      let credits = state.facts.credits
      let isLater = credits.contains { $0.date > date }
      return try LoanCardPayment.lines(
        isLater ? credits.filter { $0.date <= date } : credits, plans: [(1, plan.afterEntry)],
        before: plan.paidBefore.first)
    }
    let plans = try self.plans.begun(of: record.id, asOf: date, known)
    var credits = try accounts.read(
      record.id, of: record.product, own.administration?.income, after: 0, through: date,
      known: known
    ).credits
    if record.hasSplits {
      credits += try self.plans.splits(
        of: record.id, after: 0, through: date, known: known
      ).credits
    }
    return try LoanCardPayment.lines(
      credits,
      plans: plans.map { ($0.version, $0.afterEntry) }, before: plans.first?.paid)
  }

  /// The payments that settle something else than when they were entered.
  func reallocations(
    of record: LoanRecord, asOf date: BookDate, _ known: LoanKnowledge
  ) throws -> [LoanReallocation] {
    guard record.hasSplits else { return [] }
    let query = statements.reallocations
    query.bind(record.id, at: 1)
    query.bind(Int64(date.dayNumber), at: 2)
    query.bind(known.entry, at: 3)
    return try reallocations(query)
  }

  /// What a payment changed about others as it was entered, and what has been changed about it
  /// since.
  func reallocations(by payment: EntryNumber, of loan: Int64) throws -> [LoanReallocation] {
    let query = statements.reallocationsBy
    query.bind(loan, at: 1)
    query.bind(payment.value, at: 2)
    return try reallocations(query)
  }

  private func reallocations(_ query: SQLStatement) throws -> [LoanReallocation] {
    defer { query.reset() }
    func amount(_ column: Int32) -> Rupiah { Rupiah(sen: query.int64(column)) }
    var found: [LoanReallocation] = []
    while try query.step() {
      found.append(
        try LoanReallocation(
          entry: EntryNumber(query.int64(0)), date: BookDate(stored: query.int64(1)),
          payment: EntryNumber(query.int64(2)), paidOn: BookDate(stored: query.int64(3)),
          change: LoanParts(
            lateFee: amount(4), interest: amount(5), administration: amount(6),
            principal: amount(7), savings: amount(8))))
    }
    return found
  }

  /// The steps as people read them.
  func told(
    _ loan: Int64, asOf date: BookDate, _ known: LoanKnowledge
  ) throws -> [(step: LoanCard.Step, paidOutOn: BookDate?)] {
    let query = statements.told
    query.bind(loan, at: 1)
    query.bind(Int64(date.dayNumber), at: 2)
    query.bind(known.entry, at: 3)
    query.bind(known.step, at: 4)
    defer { query.reset() }
    var steps: [(step: LoanCard.Step, paidOutOn: BookDate?)] = []
    while try query.step() {
      let step = try LoanCard.Step(
        kind: query.stored(0, in: .loanSteps), date: BookDate(stored: query.int64(1)),
        entry: query.optionalInt64(4).map { EntryNumber($0) },
        loanClass: query.optionalInt64(3).flatMap { LoanClass(rawValue: Int($0)) },
        note: query.text(5), recordedBy: query.text(6))
      steps.append((step, try query.optionalInt64(2).map { try BookDate(stored: $0) }))
    }
    return steps
  }

  /// Who vouches for a loan, by the names that were known.
  private func guarantors(
    of record: LoanRecord, _ known: LoanKnowledge
  ) throws -> [Guarantor] {
    try listed(record.id).map { line, member, guarantor in
      guard let names = known.names else { return guarantor }
      var then = guarantor
      if let member {
        then.name = try names.member(member)
      } else {
        func personal(_ column: String) throws -> String? {
          try names.personal("loanGuarantor.\(record.id).\(line).\(column)", of: record.memberID)
        }
        then.name = try personal("name") ?? guarantor.name
        then.nik = try personal("nik")
        then.relation = try personal("relation")
      }
      return then
    }
  }

  /// Who vouches for a loan, as they are called now.
  func guarantors(of loan: Int64) throws -> [Guarantor] { try listed(loan).map(\.guarantor) }

  private func listed(
    _ loan: Int64
  ) throws -> [(line: Int64, member: Int64?, guarantor: Guarantor)] {
    let query = statements.guarantors
    query.bind(loan, at: 1)
    defer { query.reset() }
    var found: [(line: Int64, member: Int64?, guarantor: Guarantor)] = []
    while try query.step() {
      found.append(
        (
          query.int64(4), query.optionalInt64(5),
          Guarantor(
            member: query.number(0), name: query.text(1) ?? "", nik: query.text(2),
            relation: query.text(3))
        ))
    }
    return found
  }

  /// What a member who vouches for a loan may have to pay on a day, and owes.
  func exposure(
    of member: MemberNumber, asOf date: BookDate, _ db: Database
  ) throws -> GuarantorExposure {
    func running(_ sql: String) throws -> [LoanRecord] {
      try Int64.fetchAll(db.cachedStatement(sql: sql), arguments: [member.text])
        .map { try loan(id: $0, asOf: date) }
        .filter { $0.loan.status == .running && $0.loan.appliedOn <= date }
    }
    let vouched = try running(
      """
      SELECT DISTINCT g.loan FROM loanGuarantor g JOIN member m ON m.id = g.member
      WHERE m.number = ? ORDER BY g.loan
      """)
    let own = try running(
      "SELECT l.id FROM loan l JOIN member m ON m.id = l.member WHERE m.number = ? ORDER BY l.id")
    return GuarantorExposure(
      member: member, loans: vouched.map(\.loan.number),
      guaranteed: try vouched.reduce(.zero) { try $0 + $1.state.outstanding },
      owed: try own.reduce(.zero) { try $0 + $1.state.outstanding })
  }

  /// What secures a loan on a day, as far as a step is known; before the first step, what came with
  /// the application.
  func collaterals(
    of loan: Int64, asOf date: BookDate = .latest, step: Int64 = .max
  ) throws -> [Collateral] {
    try pledged(of: loan, asOf: date, step: step).map(\.collateral)
  }

  /// The same with the number of each.
  func pledged(
    of loan: Int64, asOf date: BookDate = .latest, step: Int64 = .max
  ) throws -> [CollateralSlip.Item] {
    let query = statements.collaterals
    query.bind(loan, at: 1)
    query.bind(Int64(date.dayNumber), at: 2)
    query.bind(step, at: 3)
    defer { query.reset() }
    var found: [CollateralSlip.Item] = []
    while try query.step() {
      found.append(
        CollateralSlip.Item(
          line: Int(query.int64(3)),
          collateral: Collateral(
            kind: try query.stored(0, in: .collateralKinds), description: query.text(1) ?? "",
            value: Rupiah(sen: query.int64(2)))))
    }
    return found
  }
}
