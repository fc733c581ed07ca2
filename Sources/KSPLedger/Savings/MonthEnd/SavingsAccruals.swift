import GRDB
import KSPCore

/// Interest of savings that waits to be credited, where the product sets it aside.
enum SavingsAccruals: AccrualSource {
  /// Whether some product sets interest aside in a month, or did before.
  static func goesByMembers(_ month: EndingMonth) -> Bool {
    month.catalog.products.contains { product in
      product.terms.contains {
        $0.effectiveFrom <= month.month && $0.interest?.crediting.isAccrued == true
      }
    }
  }

  static func accrued(
    _ member: MemberMonth, _ month: EndingMonth
  ) throws -> [AccruedInterest] {
    try member.waiting.map { waiting in
      let product = month.catalog.products[waiting.product]
      let isSetAside =
        product.terms(in: month.month).interest?.crediting.isAccrued
        // What was earned while interest was paid is owed still.
        ?? true
      return AccruedInterest(
        account: waiting.account, code: try code(waiting.account, month), product: product.id,
        amount: isSetAside ? waiting.interest.remaining : .zero, isPaidAhead: false)
    }
  }

  /// Accounts that were closed in the month: what stands set aside of them was paid or is lost.
  static func walk(_ month: EndingMonth, _ body: (AccruedInterest) throws -> Void) throws {
    guard goesByMembers(month) else { return }
    let rows = try Row.fetchCursor(
      month.known,
      sql: """
        SELECT s.account, a.code, s.product FROM savingsAccount s
        JOIN account a ON a.id = s.account JOIN savingsProduct p ON p.id = s.product
        WHERE a.closedOn BETWEEN ? AND ? AND p.kind <> ? ORDER BY s.account
        """,
      arguments: [
        month.month.firstDay.dayNumber, month.month.lastDay.dayNumber,
        SavingsKind.berjangka.rawValue,
      ])
    while let row = try rows.next() {
      try body(
        AccruedInterest(
          account: AccountID(row.value(0)), code: AccountCode(stored: row.value(1)),
          product: row.value(2), amount: .zero, isPaidAhead: false))
    }
  }

  private static func code(_ account: AccountID, _ month: EndingMonth) throws -> AccountCode {
    guard let code = try month.known.code(of: account) else {
      throw LedgerError.invariantBroken("account #\(account.value)")
    }
    return AccountCode(stored: code)
  }
}
