import GRDB
import KSPCore

/// Which loans a list is made of, so that only those are read.
struct LoanSelection {
  /// Only this member's; nil for everybody's.
  var member: String?
  /// Only this product's; nil for all.
  var product: String?
  /// Whether loans that are not open any more belong to it.
  var includesEnded = false

  /// The loans that may belong to it on a day, in the order of their numbers. Where ended loans do
  /// not, few are among them: what ended before the last closed month is not looked at.
  func loans(_ db: Database, asOf date: BookDate) throws -> [Int64] {
    var conditions = ["appliedOn <= :date"]
    var arguments: StatementArguments = ["date": date.dayNumber]
    if let member {
      conditions.append("member = (SELECT id FROM member WHERE number = :member)")
      arguments += ["member": member]
    }
    if let product {
      conditions.append("product = (SELECT id FROM loanProduct WHERE code = :product)")
      arguments += ["product": product]
    }
    if !includesEnded, member == nil, let closed = try Self.lastClosedMonth(db, before: date) {
      conditions.append("id IN (\(Self.mayBeOpen))")
      arguments += ["month": closed.month, "lastDay": closed.lastDay]
    }
    return try Int64.fetchAll(
      db, sql: "SELECT id FROM loan WHERE \(conditions.joined(separator: " AND ")) ORDER BY id",
      arguments: arguments)
  }

  /// The steps with which a loan begins to be owed.
  private static let begun = "(\(Loan.Step.opening.sql), \(Loan.Step.disbursed.sql))"

  /// Owed at the end of the month; paid out, or taken up again, since; not paid out yet; or paid
  /// out by an entry that was reversed. A loan may be named twice: the list is a set anyway.
  private static let mayBeOpen = """
    SELECT loan FROM loanMonth WHERE month = :month AND isOwed = 1
    UNION ALL
    SELECT c.loan FROM entry e JOIN posting p ON p.entry = e.id
      JOIN loanAccount c ON c.account = p.account
      WHERE e.bookDate > :lastDay AND e.bookDate <= :date
        AND e.kind IN \(EntryKind.sqlList([.opening, .disbursement, .reversal]))
    UNION ALL
    SELECT id FROM loan l WHERE NOT EXISTS (SELECT 1 FROM loanStep
      WHERE loan = l.id AND kind IN \(begun) AND bookDate <= :date)
    UNION ALL
    SELECT s.loan FROM entry r JOIN loanStep s ON s.entry = r.reverses
      WHERE r.reverses IS NOT NULL AND s.kind IN \(begun)
    """

  /// The last month that was closed by a day, whose closing balances can be relied on.
  static func lastClosedMonth(
    _ db: Database, before date: BookDate
  ) throws -> (month: Int64, lastDay: Int64)? {
    try Row.fetchOne(
      db,
      sql: """
        SELECT month, lastDay FROM closedMonth WHERE lastDay <= ? ORDER BY month DESC LIMIT 1
        """, arguments: [date.dayNumber]
    ).map { try ($0.value(0), $0.value(1)) }
  }
}
