import GRDB
import KSPCore

/// Reads the plan of a loan that is in force, and what was paid on it.
struct LoanPlanReader {
  private let plan: SQLStatement
  private let installments: SQLStatement
  private let credits: SQLStatement

  init(_ db: Database) throws {
    plan = try SQLStatement(
      db,
      """
      SELECT version, startedOn, afterEntry, periodStart, firstDue, principal, method,
        rateBillionths, rateBasis, count, interestDue, principalGrace, carriedFee, carriedInterest,
        paidAhead, advance, entry, paidPrincipal, paidInterest FROM loanPlan p
      WHERE loan = ?1 AND startedOn <= ?2 AND version <= ?4 AND NOT EXISTS
        (SELECT 1 FROM entry WHERE reverses = p.entry AND bookDate <= ?2 AND id <= ?3)
      ORDER BY version DESC LIMIT 1
      """)
    installments = try SQLStatement(
      db,
      """
      SELECT number, due, principal, interest FROM loanInstallment
      WHERE loan = ? AND version = ? ORDER BY number
      """)
    credits = try SQLStatement(
      db,
      """
      SELECT p.bookDate, p.entry, p.account, -p.amount FROM posting p JOIN entry e ON e.id = p.entry
      WHERE p.account IN (?4, ?5, ?6) AND p.bookDate <= ?1 AND p.entry BETWEEN ?3 + 1 AND ?2
        AND p.amount < 0
        AND e.kind = 'repayment' AND NOT EXISTS
          (SELECT 1 FROM entry WHERE reverses = e.id AND bookDate <= ?1 AND id <= ?2)
      """)
  }

  /// The plan in force on a day, with the terms that it does not change.
  ///
  /// - Throws: `invariant.broken` for terms that make no plan, or not as many rows as there are:
  ///   what is derived from a plan counts on both.
  func plan(
    of loan: (id: Int64, number: String), asOf date: BookDate, known: LoanKnowledge,
    terms: PlanTerms
  ) throws -> LoanPlan? {
    plan.bind(loan.id, at: 1)
    plan.bind(Int64(date.dayNumber), at: 2)
    plan.bind(known.entry, at: 3)
    plan.bind(known.plan, at: 4)
    defer { plan.reset() }
    guard try plan.step() else { return nil }
    var terms = terms
    terms.method = try stored(LoanMethod.self, plan.text(6) ?? "")
    terms.rate = try Rate(
      billionths: plan.int64(7), per: stored(Rate.Basis.self, plan.text(8) ?? ""))
    terms.count = Int(plan.int64(9))
    terms.interestDue = try stored(InterestDue.self, plan.text(10) ?? "")
    terms.principalGrace = Int(plan.int64(11))
    let version = plan.int64(0)
    let principal = Rupiah(sen: plan.int64(5))
    let rows = try installments(of: loan.id, version, principal)
    // What is due in a single sum has one row for all of its periods.
    guard (try? terms.check()) != nil,
      rows.count == terms.count || (rows.count == 1 && terms.method == .bullet)
    else { throw LedgerError.invariantBroken("\(loan.number) #\(version)") }
    return LoanPlan(
      version: version, entry: plan.optionalInt64(16).map { EntryNumber($0) },
      startedOn: try BookDate(stored: plan.int64(1)), afterEntry: plan.int64(2), terms: terms,
      principal: principal, periodStart: try BookDate(stored: plan.int64(3)),
      firstDue: try BookDate(stored: plan.int64(4)),
      carried: CarriedOver(
        lateFee: Rupiah(sen: plan.int64(12)), interest: Rupiah(sen: plan.int64(13)),
        paidAhead: Rupiah(sen: plan.int64(14))),
      advance: Rupiah(sen: plan.int64(15)),
      paid: LoanPlan.PaidBefore(
        principal: Rupiah(sen: plan.int64(17)), interest: Rupiah(sen: plan.int64(18))),
      installments: rows)
  }

  private func installments(
    of id: Int64, _ version: Int64, _ principal: Rupiah
  ) throws -> [Installment] {
    var balance = principal
    var rows: [Installment] = []
    installments.bind(id, at: 1)
    installments.bind(version, at: 2)
    defer { installments.reset() }
    while try installments.step() {
      let principal = Rupiah(sen: installments.int64(2))
      balance = try balance - principal
      rows.append(
        try Installment(
          number: Int(installments.int64(0)), due: BookDate(stored: installments.int64(1)),
          principal: principal, interest: Rupiah(sen: installments.int64(3)), balance: balance))
    }
    return rows
  }

  /// What every payment since a plan began credited to the three accounts.
  func credits(
    of accounts: PostingRules.LoanAccounts, on plan: LoanPlan, through date: BookDate,
    known: LoanKnowledge
  ) throws -> [LoanFacts.Credit] {
    let components: [(AccountID, LoanComponent)] = [
      (accounts.principal, .principal), (accounts.interest, .interest),
      (accounts.lateFee, .lateFee),
    ]
    credits.bind(Int64(date.dayNumber), at: 1)
    credits.bind(known.entry, at: 2)
    credits.bind(plan.afterEntry, at: 3)
    for (index, (account, _)) in components.enumerated() {
      credits.bind(account.value, at: Int32(4 + index))
    }
    defer { credits.reset() }
    var found: [LoanFacts.Credit] = []
    while try credits.step() {
      let account = AccountID(credits.int64(2))
      guard let component = components.first(where: { $0.0 == account })?.1 else { continue }
      found.append(
        LoanFacts.Credit(
          entry: EntryNumber(credits.int64(1)), date: try BookDate(stored: credits.int64(0)),
          component: component, amount: Rupiah(sen: credits.int64(3))))
    }
    return found
  }
}
