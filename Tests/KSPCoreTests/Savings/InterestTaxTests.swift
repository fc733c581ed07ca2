import KSPCore
import Testing

/// PPh on interest: the published cases, and where their printed answers are wrong.
@Suite struct InterestTaxTests {
  private let rule = InterestTaxRule.standardIndividual

  /// pph-aggregate-per-member: together above the threshold, shared in proportion.
  @Test func perMemberOverAllAccounts() throws {
    let tax = try InterestTax(rule: rule, accounts: [150_000, 100_000])
    #expect(tax.monthlyGross == 250_000)
    #expect(tax.perAccount == [15_000, 10_000])
  }

  @Test func aCliffNotASlice() throws {
    #expect(try rule.tax(onMonthlyGross: 240_000) == .zero)
    #expect(try rule.tax(onMonthlyGross: Rupiah(sen: Int64(24_000_001))) == 24_000)
    // pph-student-excess-only prints 750,000; the rule gives 250 × 25,000.
    #expect(try rule.tax(onMonthlyGross: 250_000).sen * 250 == 625_000_000)
    // pph-github-negative withholds 60,000 by the banks' rate; the rule gives 30,000.
    #expect(try rule.tax(onMonthlyGross: 300_000) == 30_000)
  }

  @Test func whatWasPaidBeforeCounts() throws {
    let tax = try InterestTax(rule: rule, grossBefore: 230_000, accounts: [20_000])
    #expect(tax.monthlyTax == 25_000)
    #expect(tax.perAccount == [20_000])
    let second = try InterestTax(
      rule: rule, grossBefore: 300_000, withheldBefore: 30_000, accounts: [100_000])
    #expect(second.perAccount == [10_000])
  }
}
