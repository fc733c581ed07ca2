import GRDB
import KSPCore

/// Reads how much of a loan's interest vouchers have put among unearned income, because it came
/// before the books had made it income, or have taken back from there.
///
/// Only vouchers of payments do, and those that divide them again; what a month end moves is kept
/// as its evidence. A settlement's interest becomes income at once.
struct InterestAhead {
  private let query: SQLStatement

  init(_ db: Database) throws {
    query = try SQLStatement(
      db,
      """
      SELECT ifnull(sum(CASE
          WHEN e.kind = \(EntryKind.repayment.sql) THEN max(p.amount, 0)
          WHEN e.kind = \(EntryKind.reallocation.sql) THEN p.amount
          ELSE min(p.amount, 0) END), 0)
        + ifnull((SELECT sum(s.interest) FROM loanSplit s JOIN entry r ON r.id = s.entry
          WHERE s.loan = ?1 AND s.entry <> s.payment AND r.bookDate BETWEEN ?3 AND ?4), 0)
      FROM posting p JOIN entry e ON e.id = p.entry LEFT JOIN entry o ON o.id = e.reverses
      WHERE p.account = ?2 AND p.bookDate BETWEEN ?3 AND ?4
        AND (e.kind IN \(EntryKind.sqlList([.repayment, .reallocation]))
          OR o.kind = \(EntryKind.repayment.sql))
        AND NOT EXISTS (SELECT 1 FROM loanStep WHERE loan = ?1
          AND entry = ifnull(e.reverses, e.id) AND kind = \(Loan.Step.settled.sql))
      """)
  }

  /// What vouchers of some days added to it; below zero where they took more away.
  func added(
    to loan: Int64, _ interest: AccountID, from first: BookDate, through last: BookDate
  ) throws -> Rupiah {
    query.bind(loan, at: 1)
    query.bind(interest.value, at: 2)
    query.bind(Int64(first.dayNumber), at: 3)
    query.bind(Int64(last.dayNumber), at: 4)
    defer { query.reset() }
    return try query.step() ? Rupiah(sen: query.int64(0)) : .zero
  }
}
