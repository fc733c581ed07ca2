import GRDB
import KSPCore

/// What new terms must satisfy.
struct TermsRules {
  let catalog: Catalog

  func check(_ terms: SavingsTerms) throws {
    if let closed = catalog.lastClosedMonth, terms.effectiveFrom <= closed {
      throw LedgerError.periodClosed(
        terms.effectiveFrom.firstDay, open: try catalog.openMonth())
    }
    let amounts = [
      terms.minimumDeposit, terms.minimumBalance, terms.overdraftLimit, terms.monthlyDue,
      terms.interest?.floor ?? .zero,
    ]
    if let negative = amounts.first(where: \.isNegative) {
      throw LedgerError.amountNotPositive(negative)
    }
    if let tiers = terms.interest?.tiers {
      guard !tiers.isEmpty, !tiers.contains(where: { $0.threshold.isNegative }),
        Set(tiers.map(\.threshold)).count == tiers.count
      else {
        throw LedgerError.productInvalid(
          Phrase(
            "tingkat bunga kosong, negatif atau dobel",
            "its interest tiers are empty, negative or double"))
      }
    }
    if let target = terms.interestCreditedTo { _ = try catalog.product(target) }
  }

  /// The limit is a check of the file on each account, so it moves with the terms.
  func applyOverdraft(_ db: Database, _ product: Catalog.Product, _ limit: Rupiah) throws {
    let below = try Row.fetchOne(
      db,
      sql: """
        SELECT a.code, a.balance FROM account a JOIN savingsAccount s ON s.account = a.id
        WHERE s.product = ? AND a.balance > ? LIMIT 1
        """, arguments: [product.id, limit.sen])
    if let below {
      throw LedgerError.memberOwes(
        AccountCode(stored: below[0]), balance: try Rupiah(sen: below[1] as Int64).negated())
    }
    try db.execute(
      sql: """
        UPDATE account SET highest = ?
        WHERE id IN (SELECT account FROM savingsAccount WHERE product = ?)
        """, arguments: [limit.sen, product.id])
  }
}
