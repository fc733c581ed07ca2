import GRDB
import KSPCore

/// Reads the plan of a loan that is in force, and what was paid on it.
struct LoanPlanReader {
  private let statements: LoanStatements

  /// How much of a plan is read.
  enum Extent {
    /// All of its rows.
    case whole
    /// Those that fall due by a day, and the one after them: all that dues and the income of a
    /// month follow from, which is a small part of what most plans have. Plans of which the rows do
    /// not tell how many periods are over are read whole.
    case dues(through: BookDate)
  }

  init(_ statements: LoanStatements) { self.statements = statements }

  /// Whether a plan `row` of a loan was known, for SQL: it stands on a voucher, or on an event of
  /// its own about the loan.
  static func isKnown(_ row: String, at state: KnownState) -> String {
    guard !state.isAll else { return "TRUE" }
    return """
      (\(row).entry <= \(state.entry) OR \(row).entry IS NULL
        AND (SELECT count(*) FROM loanPlan q
          WHERE q.loan = \(row).loan AND q.entry IS NULL AND q.version <= \(row).version)
        <= (SELECT count(*) FROM event v JOIN loan n ON n.number = v.subject
          WHERE n.id = \(row).loan AND v.kind = \(EventKind.loanRescheduled.sql)
            AND v.number <= \(state.event)))
      """
  }

  /// The plan in force on a day, with the terms that it does not change.
  ///
  /// - Throws: `invariant.broken` for terms that make no plan, or not as many rows as there are:
  ///   what is derived from a plan counts on both.
  func plan(
    of loan: (id: Int64, number: LoanNumber), asOf date: BookDate, known: LoanKnowledge,
    terms: PlanTerms, _ extent: Extent = .whole
  ) throws -> LoanPlan? {
    let plan = statements.plan
    plan.bind(loan.id, at: 1)
    plan.bind(Int64(date.dayNumber), at: 2)
    plan.bind(known.entry, at: 3)
    plan.bind(known.plan, at: 4)
    defer { plan.reset() }
    guard try plan.step() else { return nil }
    var terms = terms
    terms.method = try plan.stored(6, in: .loanMethods)
    terms.rate = try Rate(billionths: plan.int64(7), per: plan.stored(8, in: .rateBases))
    let agreed = terms.count
    terms.count = Int(plan.int64(9))
    if terms.rate.basis == .term, terms.count != agreed { terms.rateCount = agreed }
    terms.interestDue = try plan.stored(10, in: .interestDues)
    terms.principalGrace = Int(plan.int64(11))
    terms.installment = plan.optionalInt64(20).map { Rupiah(sen: $0) }
    let version = plan.int64(0)
    let principal = Rupiah(sen: plan.int64(5))
    var last: BookDate?
    if case .dues(let day) = extent, terms.method != .bullet, terms.shift.rule != .nextWorkingDay {
      last = day
    }
    let isWhole = last == nil
    let rows = try installments(
      of: loan.id, version, principal, count: terms.count, through: last)
    // What is due in a single sum has one row for all of its periods.
    guard (try? terms.check()) != nil, rows.last?.number == rows.count,
      isWhole
        ? rows.count == terms.count || (rows.count == 1 && terms.method == .bullet)
        : rows.count <= terms.count
    else { throw LedgerError.invariantBroken("\(loan.number) #\(version)") }
    return LoanPlan(
      version: version, entry: plan.optionalInt64(16).map { EntryNumber($0) },
      startedOn: try BookDate(stored: plan.int64(1)), afterEntry: plan.int64(2), terms: terms,
      principal: principal, periodStart: try BookDate(stored: plan.int64(3)),
      firstDue: try BookDate(stored: plan.int64(4)),
      carried: CarriedOver(
        lateFee: Rupiah(sen: plan.int64(12)), interest: Rupiah(sen: plan.int64(13)),
        paidAhead: Rupiah(sen: plan.int64(14)), administration: Rupiah(sen: plan.int64(21)),
        administrationAhead: Rupiah(sen: plan.int64(22))
      ).counting(onTime: Int(plan.int64(19))),
      advance: Rupiah(sen: plan.int64(15)), returned: Rupiah(sen: plan.int64(24)),
      paid: LoanPlan.PaidBefore(
        principal: Rupiah(sen: plan.int64(17)), interest: Rupiah(sen: plan.int64(18)),
        administration: Rupiah(sen: plan.int64(23))),
      installments: rows, rowCount: isWhole ? rows.count : terms.count)
  }

  /// A plan that has begun, as far as the lines of a card need it.
  typealias Begun = (version: Int64, startedOn: BookDate, afterEntry: Int64, paid: LoanPayment?)

  /// The plans that began by a day, from the first, each with the last entry before it and what had
  /// been paid when the loan was taken over.
  func begun(
    of loan: Int64, asOf date: BookDate, _ known: LoanKnowledge
  ) throws -> [Begun] {
    let plans = statements.plans
    plans.bind(loan, at: 1)
    plans.bind(Int64(date.dayNumber), at: 2)
    plans.bind(known.entry, at: 3)
    plans.bind(known.plan, at: 4)
    defer { plans.reset() }
    var found: [Begun] = []
    while try plans.step() {
      let startedOn = try BookDate(stored: plans.int64(2))
      let paid = LoanPlan.PaidBefore(
        principal: Rupiah(sen: plans.int64(3)), interest: Rupiah(sen: plans.int64(4)),
        administration: Rupiah(sen: plans.int64(5)))
      found.append(
        (
          plans.int64(0), startedOn, plans.int64(1),
          paid.parts.isNothing
            ? nil : LoanPayment(date: startedOn, paid.parts, isOpening: true)
        ))
    }
    return found
  }

  /// The rows of a plan; with a day, those that fall due by then and the one after them.
  private func installments(
    of id: Int64, _ version: Int64, _ principal: Rupiah, count: Int, through date: BookDate?
  ) throws -> [Installment] {
    let installments = statements.installments
    var balance = principal
    var rows: [Installment] = []
    // Of a damaged file the count may be anything; the plan is refused after its rows were read.
    rows.reserveCapacity(max(1, min(count, PlanTerms.largestCount)))
    installments.bind(id, at: 1)
    installments.bind(version, at: 2)
    defer { installments.reset() }
    while try installments.step() {
      let principal = Rupiah(sen: installments.int64(2))
      balance = try balance - principal
      rows.append(
        try Installment(
          number: Int(installments.int64(0)), due: BookDate(stored: installments.int64(1)),
          principal: principal, interest: Rupiah(sen: installments.int64(3)),
          administration: Rupiah(sen: installments.int64(4)), balance: balance))
      if let date, let last = rows.last, last.due > date { break }
    }
    return rows
  }

  /// What is known of payments after an entry beside their legs, and what they settle more or
  /// less of since they were entered.
  func splits(
    of loan: Int64, after entry: Int64, through date: BookDate, known: LoanKnowledge
  ) throws -> (credits: [LoanFacts.Credit], handling: [EntryNumber: LoanFacts.Handling]) {
    let splits = statements.splits
    splits.bind(Int64(date.dayNumber), at: 1)
    splits.bind(known.entry, at: 2)
    splits.bind(entry, at: 3)
    splits.bind(loan, at: 4)
    defer { splits.reset() }
    var credits: [LoanFacts.Credit] = []
    var handling: [EntryNumber: LoanFacts.Handling] = [:]
    while try splits.step() {
      let payment = EntryNumber(splits.int64(0))
      let day = try BookDate(stored: splits.int64(1))
      var own = handling[payment] ?? LoanFacts.Handling(date: day)
      if splits.int64(2) == 1 { own.isKept = true }
      for (column, component) in [
        (3, LoanComponent.principal), (4, .interest), (5, .lateFee), (8, .administration),
      ] {
        let amount = Rupiah(sen: splits.int64(Int32(column)))
        guard !amount.isZero else { continue }
        credits.append(
          LoanFacts.Credit(entry: payment, date: day, component: component, amount: amount))
      }
      try own.rest += Rupiah(sen: splits.int64(6))
      own.account = splits.optionalInt64(7).map { AccountID($0) } ?? own.account
      handling[payment] = own
    }
    return (credits, handling)
  }
}
