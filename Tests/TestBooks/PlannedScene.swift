import KSPCore
package import KSPLedger
import KSPTestSupport

/// A product with planned savings.
package enum PlannedScene {
  /// Adds a product of 1 % a year, whose planned savings earn 6 %, and 2 % once they lapsed.
  package static func offer(_ ledger: Ledger, from text: String = "2026-01") throws {
    try ledger.addSavingsProduct(
      .sample("berencana", prefix: "BRC"),
      terms: SavingsTerms(
        effectiveFrom: month(text),
        interest: InterestTerms(tiers: [.init(from: .zero, rate: .percent("1", per: .year))])))
    for months in [3, 6] {
      try ledger.setPlannedSavings(
        PlannedSavingsTerms(
          of: "berencana", from: month(text), months: months, rate: .percent("6", per: .year),
          lapsedRate: .percent("2", per: .year), least: 50_000))
    }
  }
}
