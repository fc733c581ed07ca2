import GRDB
import KSPCore

/// The accounts of paying products, member by member, for the walk of a month end.
///
/// Members come in the order of their ids, so one cursor runs beside them: a question for each
/// would find its way through the same indexes once more for every member. Who goes back to an
/// earlier member starts again there.
final class PayingAccounts {
  struct Account {
    let id: AccountID
    let product: Int64
    let closedOn: Int64?
  }

  private let rows: SQLStatement
  private let lastDay: BookDate
  /// The accounts that were closed after the month, with the day: hardly any, and none in a month
  /// that ends now.
  private let closedLater: [Int64: Int64]
  /// The member who was asked for last.
  private var reached: Int64?
  /// Whose account the cursor stands on; nil behind the last one.
  private var standsAt: Int64?

  /// The accounts of the products of a list for SQL that were open at some time in a month.
  init(_ db: Database, of products: String, in month: BookMonth) throws {
    lastDay = month.lastDay
    rows = try SQLStatement(
      db,
      """
      SELECT s.member, s.account, s.product FROM savingsAccount s
      -- The plus keeps the list from an index in whose order the rows would not come.
      WHERE s.member >= ?1 AND +s.product IN (\(products))
        AND s.account NOT IN (SELECT id FROM account WHERE closedOn <= ?2)
      ORDER BY s.member, s.product, s.ordinal
      """, isShared: false)
    closedLater = try Dictionary(
      uniqueKeysWithValues: Row.fetchAll(
        db, sql: "SELECT id, closedOn FROM account WHERE closedOn > ?",
        arguments: [month.lastDay.dayNumber]
      ).map { (try $0.value(0), try $0.value(1)) })
  }

  /// Hands over the accounts of a member, by product and in the order of their opening.
  func forEach(of member: Int64, _ body: (Account) throws -> Void) throws {
    if reached.map({ member <= $0 }) ?? true {
      rows.reset()
      rows.bind(member, at: 1)
      rows.bind(Int64(lastDay.dayNumber), at: 2)
      try advance()
    }
    reached = member
    while let current = standsAt, current <= member {
      if current == member {
        try body(
          Account(
            id: AccountID(rows.int64(1)), product: rows.int64(2),
            closedOn: closedLater[rows.int64(1)]))
      }
      try advance()
    }
  }

  private func advance() throws { standsAt = try rows.step() ? rows.int64(0) : nil }
}
