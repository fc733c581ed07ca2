package import KSPCore
package import KSPLedger
import KSPTestSupport

/// Enters what the tests of a year's end need, by codes of accounts.
package struct Poster {
  package let ledger: Ledger

  package init(_ ledger: Ledger) { self.ledger = ledger }

  package func post(_ date: String, _ legs: (String, Rupiah)...) throws { try post(date, legs) }

  package func post(_ date: String, _ legs: [(String, Rupiah)]) throws {
    _ = try ledger.post(
      ManualEntry(
        on: day(date),
        legs: try legs.map { try .init(account: AccountCode($0.0), amount: $0.1) }))
  }

  package func end(_ name: String) throws { _ = try ledger.runMonthEnd(month(name)) }
}
