import GRDB
import KSPCore

/// What loans are read with, prepared once.
///
/// A loan takes eight questions. Finding each of their statements by its text, for every card and
/// for every row of a payroll list, costs as much as some of them take to answer.
final class LoanStatements {
  let numbered, header, offer, steps, knownSteps, accounts: SQLStatement
  let voucher, plan, plans, installments, splits: SQLStatement
  let collaterals, guarantors, told, reallocations, reallocationsBy: SQLStatement
  let counter: CounterQueries

  init(_ db: Database) throws {
    numbered = try SQLStatement(db, "SELECT id FROM loan WHERE number = ?")
    header = try SQLStatement(
      db,
      """
      SELECT l.number, l.member, m.number, m.name, l.product, l.termsFrom, l.termsVersion,
        l.principal, l.count, l.rateBillionths, l.rateBasis, l.appliedOn,
        EXISTS (SELECT 1 FROM loanOffer WHERE loan = l.id), l.administration, l.administrationStep,
        EXISTS (SELECT 1 FROM loanSplit WHERE loan = l.id)
      FROM loan l JOIN member m ON m.id = l.member WHERE l.id = ?
      """)
    offer = try SQLStatement(
      db,
      """
      SELECT o.principal, o.count, o.rateBillionths, o.rateBasis, o.administration,
        o.administrationStep
      FROM loanOffer o
      JOIN loanStep s ON s.id = o.step
      WHERE o.loan = ?1 AND s.bookDate <= ?2 AND s.id <= ?3
        AND s.id < ifnull(
          (SELECT min(id) FROM loanStep WHERE loan = ?1 AND entry > ?4), s.id + 1)
      ORDER BY o.step DESC LIMIT 1
      """)
    steps = try SQLStatement(db, LoanStatements.steps())
    // Steps come in order, so one that is not known yet hides those after it.
    knownSteps = try SQLStatement(
      db,
      LoanStatements.steps(
        """
        AND id <= ?4
        AND id < ifnull((SELECT min(id) FROM loanStep WHERE loan = ?1 AND entry > ?3), id + 1)
        """, reversed: "AND reversedBy <= ?3"))
    // Once without a posting where an account has none that counts.
    accounts = try SQLStatement(
      db,
      """
      SELECT c.account, c.part, p.bookDate, p.entry, -p.amount
      FROM loanAccount c LEFT JOIN posting p ON p.account = c.account
        AND p.bookDate <= ?2 AND p.entry > ?3 AND p.entry <= ?4 AND p.amount < 0
      WHERE c.loan = ?1
      """)
    voucher = try SQLStatement(
      db,
      """
      SELECT e.kind, v.reversedBy, v.reversedOn
      FROM entry e LEFT JOIN entryReversal v ON v.entry = e.id WHERE e.id = ?
      """)
    plan = try SQLStatement(
      db,
      """
      SELECT version, startedOn, afterEntry, periodStart, firstDue, principal, method,
        rateBillionths, rateBasis, count, interestDue, principalGrace, carriedFee, carriedInterest,
        paidAhead, advance, entry, paidPrincipal, paidInterest, onTime, installment,
        carriedAdministration, administrationAhead, paidAdministration, returned
      FROM loanPlan p
      WHERE loan = ?1 AND startedOn <= ?2 AND version <= ?4 AND NOT EXISTS
        (SELECT 1 FROM entryReversal
          WHERE entry = p.entry AND reversedBy <= ?3 AND reversedOn <= ?2)
      ORDER BY version DESC LIMIT 1
      """)
    installments = try SQLStatement(
      db,
      """
      SELECT number, due, principal, interest, administration FROM loanInstallment
      WHERE loan = ? AND version = ? ORDER BY number
      """)
    plans = try SQLStatement(
      db,
      """
      SELECT version, afterEntry, startedOn, paidPrincipal, paidInterest, paidAdministration
      FROM loanPlan p
      WHERE loan = ?1 AND startedOn <= ?2 AND version <= ?4 AND NOT EXISTS
        (SELECT 1 FROM entryReversal
          WHERE entry = p.entry AND reversedBy <= ?3 AND reversedOn <= ?2)
      ORDER BY version
      """)
    // A change of a payment counts from its own day on, as long as the payment does.
    splits = try SQLStatement(
      db,
      """
      SELECT s.payment, e.bookDate, s.isKept, s.principal, s.interest, s.lateFee, s.rest,
        s.account, s.administration
      FROM loanSplit s JOIN entryStanding e ON e.id = s.payment JOIN entry r ON r.id = s.entry
      WHERE s.loan = ?4 AND e.bookDate <= ?1 AND r.bookDate <= ?1 AND s.payment > ?3
        AND s.entry <= ?2 AND (e.reversedBy IS NULL OR e.reversedBy > ?2 OR e.reversedOn > ?1)
      ORDER BY s.payment, s.entry
      """)
    collaterals = try SQLStatement(db, LoanStatements.collaterals)
    guarantors = try SQLStatement(
      db,
      """
      SELECT m.number, ifnull(m.name, g.name), g.nik, g.relation, g.line, g.member
      FROM loanGuarantor g LEFT JOIN member m ON m.id = g.member WHERE g.loan = ? ORDER BY g.line
      """)
    counter = try CounterQueries(db)
    told = try SQLStatement(
      db,
      LoanStatements.steps(
        "AND id <= ?4", reversed: "AND reversedBy <= ?3",
        telling: ", entry, note, recordedBy"))
    reallocations = try SQLStatement(
      db,
      LoanStatements.reallocations(where: "s.loan = ?1 AND r.bookDate <= ?2 AND s.entry <= ?3"))
    reallocationsBy = try SQLStatement(
      db,
      LoanStatements.reallocations(
        where: """
          s.loan = ?1 AND (s.payment = ?2
            OR r.act = (SELECT ifnull(act, event) FROM entry WHERE id = ?2))
          """))
  }

  /// The statements of an open book, kept as long as its connection.
  static func kept(_ db: Database, _ memory: BookMemory) throws -> LoanStatements {
    if let kept = memory[LoanStatements.self, for: .connection] { return kept }
    let statements = try LoanStatements(db)
    memory[LoanStatements.self, for: .connection] = statements
    return statements
  }

  /// What secures a loan on a day: what came with the application or by a step, and was not given
  /// back by one.
  static let collaterals = """
    SELECT c.kind, c.description, c.value, c.line FROM loanCollateral c
    LEFT JOIN loanStep s ON s.id = c.step
    WHERE c.loan = ?1 AND (c.step IS NULL OR s.bookDate <= ?2 AND s.id <= ?3)
      AND NOT EXISTS (SELECT 1 FROM loanRelease r JOIN loanStep t ON t.id = r.step
        WHERE r.loan = c.loan AND r.line = c.line AND t.bookDate <= ?2 AND t.id <= ?3)
    ORDER BY c.line
    """

  /// What vouchers changed about payments that came before them.
  private static func reallocations(where condition: String) -> String {
    """
    SELECT s.entry, r.bookDate, s.payment, e.bookDate, s.lateFee, s.interest, s.administration,
      s.principal, s.rest
    FROM loanSplit s JOIN entry r ON r.id = s.entry JOIN entry e ON e.id = s.payment
    WHERE s.entry <> s.payment AND (s.principal <> 0 OR s.interest <> 0 OR s.lateFee <> 0
        OR s.administration <> 0 OR s.rest <> 0) AND \(condition)
    ORDER BY s.entry
    """
  }

  /// The steps of a loan, each with the day on which it paid money out. One whose entry was
  /// reversed has not happened, from the day of the reversal on.
  private static func steps(
    _ known: String = "", reversed: String = "", telling more: String = ""
  ) -> String {
    """
    SELECT kind, bookDate, CASE kind WHEN \(Loan.Step.disbursed.sql) THEN bookDate
      WHEN \(Loan.Step.opening.sql) THEN
      (SELECT periodStart FROM loanPlan WHERE loan = s.loan AND entry = s.entry) END,
      class \(more)
    FROM loanStep s
    WHERE loan = ?1 AND bookDate <= ?2 \(known)
      AND NOT EXISTS (SELECT 1 FROM entryReversal
        WHERE entry = s.entry AND reversedOn <= ?2 \(reversed))
    ORDER BY id
    """
  }
}
