import GRDB
import KSPCore

/// Which loans a list is made of, so that only those are read.
struct LoanSelection {
  /// Only this member's; nil for everybody's.
  var member: MemberNumber?
  /// Only those of the members of this group; nil for everybody's.
  var group: String?
  /// Only this product's; nil for all.
  var product: ProductCode?
  /// Whether loans that are not open any more belong to it.
  var includesEnded = false

  /// The loans that may belong to it on a day, in the order of their numbers. Where ended loans do
  /// not, few are among them: what ended before the last closed month is not looked at.
  /// They come one after the other; `body` may read the book itself.
  func forEach(
    _ db: Database, asOf date: BookDate, _ body: (Int64) throws -> Void
  ) throws {
    // One that was taken over again may run from a day before the one it was entered with.
    var conditions = [
      """
      (appliedOn <= ?1 OR EXISTS
        (SELECT 1 FROM loanPlan WHERE loan = loan.id AND startedOn <= ?1))
      """
    ]
    if member != nil {
      conditions.append("member = (SELECT id FROM member WHERE number = ?2)")
    }
    if group != nil { conditions.append("member IN (SELECT id FROM member WHERE unit = ?6)") }
    if product != nil {
      conditions.append("product = (SELECT id FROM loanProduct WHERE code = ?3)")
    }
    let closed =
      includesEnded || member != nil ? nil : try Self.lastClosedMonth(db, before: date)
    if closed != nil { conditions.append("id IN (\(Self.mayBeOpen))") }
    // A member's are few, and asked for member after member: they are read before any is handed on.
    let isShared = member != nil
    let query = try SQLStatement(
      db, "SELECT id FROM loan WHERE \(conditions.joined(separator: " AND ")) ORDER BY id",
      isShared: isShared)
    query.bind(Int64(date.dayNumber), at: 1)
    query.bind(member, at: 2)
    query.bind(product, at: 3)
    query.bind(closed?.month, at: 4)
    query.bind(closed?.lastDay, at: 5)
    query.bind(group, at: 6)
    guard isShared else {
      while try query.step() { try body(query.int64(0)) }
      return
    }
    var own: [Int64] = []
    while try query.step() { own.append(query.int64(0)) }
    query.reset()
    for loan in own { try body(loan) }
  }

  /// Whether all loans belong to it, except perhaps those that have ended.
  var isWhole: Bool { member == nil && group == nil && product == nil }

  /// The steps with which a loan begins to be owed.
  private static let begun = "(\(Loan.Step.opening.sql), \(Loan.Step.disbursed.sql))"

  /// Owed at the end of the month; paid out, or taken up again, since; not paid out yet, so that it
  /// has no plan; or paid out by an entry that was reversed. A loan may be named twice: the list is
  /// a set anyway.
  private static let mayBeOpen = """
    SELECT loan FROM loanMonth WHERE month = ?4 AND isOwed = 1
    UNION ALL
    SELECT c.loan FROM entry e JOIN posting p ON p.entry = e.id
      JOIN loanAccount c ON c.account = p.account
      WHERE e.bookDate > ?5 AND e.bookDate <= ?1
        AND e.kind IN \(EntryKind.sqlList([.opening, .disbursement, .reversal]))
    UNION ALL
    SELECT id FROM loan l WHERE NOT EXISTS (SELECT 1 FROM loanPlan
      WHERE loan = l.id AND startedOn <= ?1)
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
