import GRDB
import KSPCore

/// What a loan goes beyond that is granted all the same: the cap on rates, the lending limit of its
/// borrower, and what rounding does to its plan.
///
/// It is pointed out when somebody asks for the loan, when it is granted or changed, and when it is
/// paid out; never for what the book has stored already.
struct GrantingRules {
  let session: PostingSession

  /// Points out what a loan goes beyond, with what its borrower owes on the others: `loan` as it
  /// would be, paid out already or not yet, and `settled` the loans that it pays off, which are not
  /// owed beside it.
  func pointOut(
    _ loan: Loan, on date: BookDate, firstDue: BookDate? = nil, settling settled: [LoanNumber] = []
  ) throws {
    var owed = loan.principal
    for other in try LoanFiles(session).running(of: loan.memberNumber)
    where other.loan.number != loan.number && !settled.contains(other.loan.number) {
      try owed += other.state.outstanding
    }
    let plan = try InstallmentPlan(
      loan.terms.plan, principal: loan.principal, disbursedOn: date, firstDue: firstDue)
    let warnings =
      try LoanTerms.warnings(of: loan.terms.plan)
      + LendingLimit.warnings(owed: owed, ownCapital: Self.ownCapital(session.db))
      + plan.roundingWarnings()
    for warning in warnings { session.judgement.warn(warning) }
  }

  /// Equity as everything booked leaves it, without modal penyertaan, SHU that is not divided and
  /// the clearing account of opening balances.
  static func ownCapital(_ db: Database) throws -> Rupiah {
    let sum = try Int64.fetchOne(
      db,
      sql: """
        SELECT sum(balance) FROM accountBalance JOIN account ON id = account
        WHERE type = 'equity' AND id NOT IN (SELECT account FROM accountRole
          WHERE role IN \(AccountRole.outsideOwnCapital.sqlList) AND isHeld = 1)
        """)
    return try Rupiah(sen: sum ?? 0).negated()
  }
}
