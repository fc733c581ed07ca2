import GRDB
import KSPCore

/// What new terms must satisfy.
struct SavingsTermsRules {
  /// What no two tiers may have in common.
  private struct TierKey: Hashable {
    let threshold: Rupiah
    let standing: Member.Standing?
  }

  let catalog: Catalog

  func check(_ terms: SavingsTerms) throws {
    if let closed = catalog.lastClosedMonth, terms.effectiveFrom <= closed {
      throw LedgerError.periodClosed(
        terms.effectiveFrom.firstDay, open: try catalog.openMonth())
    }
    if let negative = terms.amounts.first(where: \.isNegative) {
      throw LedgerError.amountNotPositive(negative)
    }
    try terms.interest?.rounding.requireOffered()
    if let tiers = terms.interest?.tiers {
      guard !tiers.isEmpty, !tiers.contains(where: { $0.threshold.isNegative }),
        Set(tiers.map { TierKey(threshold: $0.threshold, standing: $0.standing) }).count
          == tiers.count
      else {
        throw LedgerError.productInvalid(
          Phrase(
            id: "tingkat bunga kosong, negatif atau dobel",
            en: "its interest tiers are empty, negative or double"))
      }
      for tier in tiers { try tier.rate.requireOfCalendar() }
    }
    let windows = terms.withdrawalWindows.sorted { $0.first < $1.first }
    for (earlier, later) in zip(windows, windows.dropFirst()) where later.first <= earlier.last {
      throw LedgerError.productInvalid(
        Phrase(
          id: "masa penarikan mulai \(earlier.first) dan \(later.first) tumpang tindih",
          en: "its withdrawal windows from \(earlier.first) and \(later.first) overlap"))
    }
    if let target = terms.interestCreditedTo { _ = try catalog.product(target) }
  }

  /// The limit is a check of the file on each account, so it moves with the terms; `catalog` holds
  /// the new ones.
  func applyOverdraft(_ db: Database, _ code: ProductCode, _ terms: SavingsTerms) throws {
    let limit = [terms].widestOverdraft
    let product = try catalog.product(code)
    let below = try Row.fetchOne(
      db,
      sql: """
        SELECT a.code, b.balance FROM savingsAccount s JOIN account a ON a.id = s.account
        JOIN accountBalance b ON b.account = a.id
        WHERE s.product = ? AND b.balance > ? LIMIT 1
        """, arguments: [product.id, limit.sen])
    if let below {
      throw LedgerError.overdraftBeyondLimit(
        AccountCode(stored: try below.value(0)),
        balance: try Rupiah(sen: below.value(1) as Int64).negated(),
        limit: limit)
    }
    try db.execute(
      sql: """
        UPDATE accountBalance SET highest = ?1
        WHERE highest IS NOT ?1 AND account IN (SELECT s.account FROM savingsAccount s
          JOIN account a ON a.id = s.account WHERE s.product = ?2 AND a.closedOn IS NULL)
        """,
      arguments: [product.widestOverdraft.sen, product.id])
  }

  /// Refuses a prefix under which an account's code could be that of another account.
  func check(prefix: String, _ db: Database) throws {
    for other in catalog.products.map(\.product)
    where other.accountPrefix.hasPrefix(prefix + "-") || prefix.hasPrefix(other.accountPrefix + "-")
    {
      throw LedgerError.productInvalid(
        Phrase(
          id: "awalannya berbenturan dengan produk \(other.code)",
          en: "its prefix clashes with product \(other.code)"))
    }
    let account = try String.fetchOne(
      db, sql: "SELECT code FROM account WHERE substr(code, 1, ?) = ? LIMIT 1",
      arguments: [prefix.utf8.count + 1, prefix + "-"])
    if let account {
      throw LedgerError.productInvalid(
        Phrase(
          id: "awalannya berbenturan dengan akun \(account)",
          en: "its prefix clashes with account \(account)"))
    }
  }
}
