import GRDB
import KSPCore

/// What planned savings say to what is brought to their account, and taken from it.
struct PlannedGuard {
  let session: PostingSession

  /// How the savings of an account stand on a day; nil for an account without. Of a product that
  /// offers none no account is looked at.
  private func card(
    _ account: AccountID, of product: Catalog.Product, on date: BookDate
  ) throws -> PlannedSavingsCard? {
    guard product.hasPlans else { return nil }
    let query = try session.statement("SELECT 1 FROM plannedSavings WHERE account = ?")
    query.bind(account.value, at: 1)
    defer { query.reset() }
    guard try query.step(), let savings = try PlannedReader(session.db).savings(of: account) else {
      return nil
    }
    return try PlannedSavingsCard(
      savings, on: date, closedThrough: session.catalog.lastClosedMonth, balance: .zero)
  }

  /// Refuses what is taken before the savings are free.
  func requireFree(
    _ account: AccountID, of product: Catalog.Product, on date: BookDate
  ) throws {
    guard let card = try card(account, of: product, on: date), card.isLocked else { return }
    throw LedgerError.plannedLocked(card.savings.account, until: try card.savings.maturity())
  }

  /// Refuses what is brought and is no whole number of months that are left.
  func requireMonths(
    _ amount: Rupiah, for account: AccountID, of product: Catalog.Product, on date: BookDate
  ) throws {
    guard let card = try card(account, of: product, on: date) else { return }
    let savings = card.savings
    switch card.state {
    case .running:
      guard date >= savings.firstMonth.firstDay else {
        throw LedgerError.plannedUnfit(
          Phrase(
            id: "setoran \(date) mendahului bulan pertamanya",
            en: "the deposit of \(date) comes before its first month"))
      }
      let brought = try savings.deposits.map(\.amount).sum()
      guard amount.sen % savings.monthly.sen == 0, try brought + amount <= savings.goal() else {
        throw LedgerError.plannedNotMonths(
          savings.account, amount, monthly: savings.monthly,
          left: savings.terms.months - savings.monthsPaid(by: brought))
      }
    case .matured: throw LedgerError.plannedOver(savings.account, on: try savings.maturity())
    case .paid:
      throw LedgerError.plannedOver(savings.account, on: savings.ending?.day ?? date)
    case .lapsed, .ended, .over, .closed: break
    }
  }
}
