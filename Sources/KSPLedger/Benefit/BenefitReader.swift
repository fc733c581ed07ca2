import GRDB
import KSPCore

/// Reads what members' savings, term deposits and loans held on every day of a period, with the
/// cooperative's own rate on it.
///
/// Accounts are taken one after the other, so memory grows with their number only by what each
/// held before the period. What prospective members hold at the end of the period is left out.
struct BenefitReader {
  let db: Database
  let catalog: Catalog
  let period: BookPeriod
  /// What counts of the chain.
  let state: KnownState
  private let membership: KnownMembership

  init(_ db: Database, _ catalog: Catalog, _ period: BookPeriod, _ state: KnownState) throws {
    self.db = db
    self.catalog = catalog
    self.period = period
    self.state = state
    membership = try KnownMembership(db, state, on: period.last)
  }

  /// A rate from one day on, until the next one.
  private struct Step {
    let first: BookDate
    let rate: (Rupiah) -> Rate
    /// What the rate is charged on; nil for the balance.
    var base: Rupiah?

    /// What held before goes on from a day, on which what had taken its place was taken back;
    /// nothing is charged where nothing had held.
    static func resuming(_ before: [Step], on day: BookDate) -> [Step] {
      let held = before.last { $0.first <= day }
      return [Step(first: day, rate: held?.rate ?? { _ in .zero }, base: held?.base)]
        + before.filter { $0.first > day }
    }
  }

  /// Balances over days of savings and term deposits, and of loans.
  func days() throws -> [MemberBenefit.Section: [BenefitDays]] {
    [.savings: try savings(), .deposits: try deposits(), .loans: try loans()]
  }

  // MARK: - Savings

  private func savings() throws -> [BenefitDays] {
    try savings(of: .sukarela) { product in
      let steps = try SavingsTermsTable.terms(db, of: product, at: state).map { terms in
        Step(first: terms.effectiveFrom.firstDay) { terms.interest?.rate(for: $0) ?? .zero }
      }
      return { _ in steps }
    }
  }

  /// `steps` gives what asks for those of an account of a product.
  private func savings(
    of kind: SavingsKind, steps: (Catalog.Product) throws -> (Int64) -> [Step]
  ) throws -> [BenefitDays] {
    try catalog.products.filter { $0.product.kind == kind }.map { product in
      let steps = try steps(product)
      var days = BenefitDays(product: product.product.code, name: product.product.name)
      let owners =
        "SELECT account, account, member FROM savingsAccount WHERE product = \(product.id)"
      try each(of: owners, normal: .credit) { account, opening, moves in
        try add(opening, moves, steps(account), to: &days)
      }
      return days
    }
  }

  /// Every period of a term deposit has the rate that was agreed, until it matures.
  private func deposits() throws -> [BenefitDays] {
    var agreed: [Int64: [Step]] = [:]
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT t.account, t.openedOn, t.tenor, t.rateBillionths, t.rateBasis,
          \(TermDepositReader.firstOpened)
        FROM termDeposit t WHERE t.openedOn <= ? AND \(TermDepositReader.isKnown("t", at: state))
        ORDER BY t.account, t.period
        """, arguments: [period.last.dayNumber])
    while let row = try rows.next() {
      let opened = try BookDate(stored: try row.value(1))
      let rate = try row.rate(3)
      let first = try BookDate(stored: try row.value(5))
      let maturity = try TermDepositTerms.valueDate(
        row.value(2), of: opened, keeping: first.components.day)
      agreed[try row.value(0), default: []] += [
        Step(first: opened) { _ in rate }, Step(first: maturity) { _ in .zero },
      ]
    }
    let periods = agreed
    return try savings(of: .berjangka) { _ in { account in periods[account] ?? [] } }
  }

  // MARK: - Loans

  private func loans() throws -> [BenefitDays] {
    let plans = try plans()
    return try catalog.loanProducts.map { product in
      var days = BenefitDays(product: product.product.code, name: product.product.name)
      let owners = """
        SELECT c.account, l.id, l.member FROM loan l
        JOIN loanAccount c ON c.loan = l.id AND c.part = 'principal' WHERE l.product = \(product.id)
        """
      try each(of: owners, normal: .debit) { loan, opening, moves in
        try add(opening, moves, plans[loan] ?? [], to: &days)
      }
      return days
    }
  }

  /// What a rate for a whole term is for a year of 365 days; any other as it is.
  private func yearly(_ rate: Rate, from start: BookDate, through end: BookDate?) throws -> Rate {
    guard rate.basis == .term, let end, start < end else { return rate }
    let most = Rate.percent("1000", per: .year)
    return try Rate(
      billionths: min(most.billionths, rate.billionths * 365 / Int64(start.days(until: end))),
      per: .year)
  }

  /// The plans of every loan, from the first; one that replaces another takes its place until it is
  /// taken back.
  private func plans() throws -> [Int64: [Step]] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT p.loan, p.startedOn, p.method, p.rateBillionths, p.rateBasis, p.principal,
          (SELECT max(i.due) FROM loanInstallment i
            WHERE i.loan = p.loan AND i.version = p.version), r.reversedOn
        FROM loanPlan p
        LEFT JOIN entryReversal r ON r.entry = p.entry AND r.reversedBy <= ?2
        WHERE p.startedOn <= ?1 AND \(LoanPlanReader.isKnown("p", at: state))
        ORDER BY p.loan, p.version
        """, arguments: [period.last.dayNumber, state.entry])
    var plans: [Int64: [Step]] = [:]
    while let row = try rows.next() {
      let loan: Int64 = try row.value(0)
      let start = try BookDate(stored: try row.value(1))
      let agreed = try row.rate(3)
      let rate = try yearly(
        agreed, from: plans[loan]?.first?.first ?? start,
        through: (row.optional(6) as Int64?).map { try BookDate(stored: $0) })
      let isFlat = try LoanMethod(rawValue: row.value(2)) == .flat
      var steps = [
        Step(
          first: start, rate: { _ in rate },
          base: isFlat ? Rupiah(sen: try row.value(5) as Int64) : nil)
      ]
      if isFlat, let end = (try row.optional(6) as Int64?) {
        steps.append(Step(first: try BookDate(stored: end)) { _ in .zero })
      }
      let before = plans[loan] ?? []
      let back = try (row.optional(7) as Int64?).map { try BookDate(stored: $0) }
      plans[loan] =
        before.filter { $0.first < start }
        + (back.map { day in
          steps.filter { $0.first < day } + Step.resuming(before, on: day)
        } ?? steps)
    }
    return plans
  }

  // MARK: - Day by day

  /// Adds what an account held from the first day of the period on, in runs of equal balance and
  /// rate.
  private func add(
    _ opening: Rupiah, _ moves: [(day: BookDate, amount: Rupiah)], _ steps: [Step],
    to days: inout BenefitDays
  ) throws {
    guard !opening.isZero || !moves.isEmpty else { return }
    let changes = moves.map(\.day) + steps.map(\.first)
    let cuts = Set(changes.filter { $0 > period.first && $0 <= period.last }).sorted()
    let starts = [period.first] + cuts
    var (balance, next) = (opening, moves.startIndex)
    for (index, start) in starts.enumerated() {
      while next < moves.endIndex, moves[next].day <= start {
        balance = try balance + moves[next].amount
        next += 1
      }
      let end = try index + 1 < starts.count ? starts[index + 1] : period.last.adding(days: 1)
      // Terms that begin later hold before the first ones too, as they do for interest.
      let step = steps.last { $0.first <= start } ?? steps.first
      try days.add(
        balance, days: start.days(until: end), at: step?.rate(balance) ?? .zero, on: step?.base)
    }
  }

  /// Every holder with what they held before the period and how it moved by day, on its normal
  /// side; `owners` gives accounts with the holder and the member.
  private func each(
    of owners: String, normal: Side,
    _ body: (Int64, Rupiah, [(day: BookDate, amount: Rupiah)]) throws -> Void
  ) throws {
    let before = try TrialBalanceSums.computed(
      db, asOf: period.first.adding(days: -1), through: state.entry)
    var opening: [Int64: Int64] = [:]
    let balances = try Row.fetchCursor(
      db,
      sql: """
        WITH leaf (account, amount) AS (\(before.sql)),
          owner (account, holder, member) AS (\(owners))
        SELECT o.holder, sum(l.amount) FROM owner o JOIN leaf l ON l.account = o.account
        GROUP BY o.holder
        """, arguments: before.arguments)
    while let row = try balances.next() { opening[try row.value(0)] = try row.value(1) as Int64 }
    let rows = try Row.fetchCursor(
      db,
      sql: """
        WITH owner (account, holder, member) AS (\(owners))
        SELECT o.holder, p.bookDate, sum(p.amount), o.member,
          \(KnownMembership.standing(of: "o.member", on: "?2"))
        FROM owner o
        LEFT JOIN posting p ON p.account = o.account
          AND p.bookDate BETWEEN ?1 AND ?2 AND p.entry <= ?3
        GROUP BY o.holder, p.bookDate ORDER BY o.holder, p.bookDate
        """, arguments: [period.first.dayNumber, period.last.dayNumber, state.entry])
    let sign: Int64 = normal == .debit ? 1 : -1
    var (current, moves): (Int64?, [(day: BookDate, amount: Rupiah)]) = (nil, [])
    func end() throws {
      guard let current else { return }
      try body(current, Rupiah(sen: sign * (opening[current] ?? 0)), moves)
    }
    while let row = try rows.next() {
      let holder: Int64 = try row.value(0)
      guard try !membership.isProspective(row.value(3), now: row.value(4)) else { continue }
      if holder != current {
        try end()
        (current, moves) = (holder, [])
      }
      if let day = (try row.optional(1) as Int64?) {
        moves.append(
          (try BookDate(stored: day), Rupiah(sen: sign * (try row.value(2) as Int64))))
      }
    }
    try end()
  }
}
