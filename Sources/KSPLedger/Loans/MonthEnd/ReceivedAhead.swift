import GRDB
import KSPCore

/// Reads how much of a loan's interest or late fees came before a month end had made it receivable:
/// what vouchers have put among unearned income, or made income with the payment, or taken back.
///
/// Only vouchers of payments do, and those that divide them again; what a month end moves is kept
/// as its evidence. What a settlement brings becomes income at once.
struct ReceivedAhead {
  private let query: SQLStatement

  /// Prepares the question for one of the components that a month end makes income.
  init(_ db: Database, _ component: Component) throws {
    query = try SQLStatement(
      db,
      """
      SELECT ifnull(sum(CASE
          WHEN e.kind = \(EntryKind.repayment.sql) THEN max(p.amount, 0)
          WHEN e.kind = \(EntryKind.reallocation.sql) THEN p.amount
          ELSE min(p.amount, 0) END), 0)
        + ifnull((SELECT sum(s.\(component.rawValue)) FROM loanSplit s
          JOIN entry r ON r.id = s.entry
          WHERE s.loan = ?1 AND s.entry <> s.payment AND r.bookDate BETWEEN ?3 AND ?4), 0)
      FROM posting p JOIN entry e ON e.id = p.entry LEFT JOIN entry o ON o.id = e.reverses
      WHERE p.account = ?2 AND p.bookDate BETWEEN ?3 AND ?4
        AND (e.kind IN \(EntryKind.sqlList([.repayment, .reallocation]))
          OR o.kind = \(EntryKind.repayment.sql))
        AND NOT EXISTS (SELECT 1 FROM loanStep WHERE loan = ?1
          AND entry = ifnull(e.reverses, e.id) AND kind = \(Loan.Step.settled.sql))
      """)
  }

  /// The components of a payment that wait for a month end, as `loanSplit` names them.
  enum Component: String {
    case interest
    case lateFee
  }

  /// What vouchers of some days added to it; below zero where they took more away.
  func added(
    to loan: Int64, _ receivable: AccountID, from first: BookDate, through last: BookDate
  ) throws -> Rupiah {
    query.bind(loan, at: 1)
    query.bind(receivable.value, at: 2)
    query.bind(Int64(first.dayNumber), at: 3)
    query.bind(Int64(last.dayNumber), at: 4)
    defer { query.reset() }
    return try query.step() ? Rupiah(sen: query.int64(0)) : .zero
  }
}
