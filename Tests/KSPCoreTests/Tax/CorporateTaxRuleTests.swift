import KSPTestSupport
import Testing

@testable import KSPCore

/// Which rule of corporate tax holds in a month, and what the tax of a month comes to.
@Suite struct CorporateTaxRuleTests {
  private let accounts: [AccountCode] = ["4-1000", "4-1100", "4-1110"]

  private func rule(
    _ basis: CorporateTaxRule.Basis, _ from: String, _ until: String? = nil
  ) throws -> CorporateTaxRule {
    CorporateTaxRule(
      basis, basis == .off ? .zero : .percent("0.5"), from: try month(from),
      until: try until.map { try month($0) })
  }

  @Test("The rule that begins last holds, of two the later one, until its last month")
  func whichHolds() throws {
    let rules = [
      try rule(.turnover, "2025-01", "2025-12"), try rule(.result, "2026-01"),
      try rule(.off, "2026-06"), try rule(.turnover, "2025-03", "2025-04"),
      try rule(.turnover, "2025-03", "2025-09"),
    ]
    func held(_ text: String) throws -> CorporateTaxRule? {
      CorporateTaxRule.rule(in: try month(text), of: rules)
    }
    #expect(try held("2024-12") == nil)
    #expect(try held("2025-02") == rules[0])
    #expect(try held("2025-09") == rules[4])
    // The rule of March took the place of that of January for good.
    #expect(try held("2025-10") == nil)
    #expect(try held("2026-01") == rules[1])
    #expect(try held("2026-06") == nil)
  }

  @Test("Tax on the result falls due with the last month, for the months that it taxes")
  func whenDue() throws {
    let year = try BookYear(2025)
    let rules = [try rule(.turnover, "2025-01"), try rule(.result, "2025-07")]
    func first(_ text: String) throws -> BookMonth? {
      CorporateTaxRule.firstMonth(dueIn: try month(text), of: rules, year: year)
    }
    #expect(try first("2025-06") == month("2025-06"))
    #expect(try first("2025-11") == nil)
    #expect(try first("2025-12") == month("2025-07"))
  }

  /// Over any run of months the base is all that was earned, but for what is still below zero.
  @Test("What a month takes back lowers the tax of the months after, to the rupiah")
  func carriedOn() throws {
    var random = SplitMix64(seed: 14)
    let rule = try rule(.turnover, "2026-01")
    for _ in 0..<200 {
      var (brought, bases, earned) = (Rupiah.zero, Rupiah.zero, Rupiah.zero)
      for offset in 0..<12 {
        let amounts = accounts.map { _ in
          Rupiah(sen: Int64.random(in: -90_000...150_000, using: &random))
        }
        let tax = try CorporateTax(
          month: BookMonth(ordinal: rule.effectiveFrom.ordinal + Int32(offset)),
          first: rule.effectiveFrom.firstDay, rule: rule,
          parts: zip(accounts, amounts).map {
            CorporateTax.Part(account: $0, name: Phrase(id: "a", en: "a"), amount: $1)
          }, brought: brought)
        for amount in amounts { try earned += amount }
        try bases += tax.base
        brought = tax.carried
        #expect(tax.carried <= 0 && tax.base >= 0)
        #expect(tax.base.isZero || tax.carried.isZero)
        #expect(tax.tax.sen == tax.base.sen / 200 / 100 * 100)
        #expect(try bases + brought == earned)
      }
    }
  }

  @Test("A result is rounded down to thousands, and a loss is not taxed")
  func ofTheResult() throws {
    let rule = CorporateTaxRule(.result, .percent("11"), from: try month("2025-01"))
    func tax(_ amount: Rupiah) throws -> CorporateTax {
      try CorporateTax(
        month: month("2025-12"), first: day("2025-01-01"), rule: rule,
        parts: [.init(account: "4-1000", name: Phrase(id: "a", en: "a"), amount: amount)],
        brought: -5)
    }
    let found = try tax(1_234_999)
    #expect(found.base == 1_234_000 && found.tax == 135_740 && found.brought.isZero)
    #expect(try found.calendar.payBy == day("2026-04-30"))
    #expect(try tax(-1_000).tax.isZero && tax(-1_000).carried.isZero)
  }
}
