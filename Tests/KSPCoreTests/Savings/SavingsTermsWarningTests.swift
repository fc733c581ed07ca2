import KSPCore
import Testing

@Suite struct SavingsTermsWarningTests {
  private func rules(_ rates: String...) throws -> [String] {
    let tiers = try rates.enumerated().map { index, text in
      InterestTerms.Tier(
        from: try Rupiah(rupiah: Int64(index) * 1_000), rate: try Rate(parsing: text))
    }
    return SavingsTerms(
      effectiveFrom: try BookMonth(year: 2026, month: 1), interest: InterestTerms(tiers: tiers)
    ).warnings.compactMap(\.rule)
  }

  @Test func aboveNinePercentAYearIsNamed() throws {
    let article = "Permenkop UKM 8/2023 pasal 26"
    #expect(try rules("9%/year").isEmpty)
    #expect(try rules("9.0000001%/year") == [article])
    #expect(try rules("0.75%/month").isEmpty)
    #expect(try rules("0.76%/month") == [article])
    // Neither the order of the tiers nor the basis hides the highest.
    #expect(try rules("12%/year", "3%/year") == [article])
    #expect(try rules("5%/year", "1%/month", "6%/year") == [article])
  }

  @Test func theMessageNamesTheRate() throws {
    let terms = SavingsTerms(
      effectiveFrom: try BookMonth(year: 2026, month: 1),
      interest: InterestTerms(tiers: [.init(from: .zero, rate: try Rate(parsing: "1,25%/bulan"))]))
    let message = try #require(terms.warnings.first).message
    #expect(message.english.contains("1.25% per month"))
    #expect(
      message.indonesian.contains("1,25% per bulan") && message.indonesian.contains("9% setahun"))
  }

  @Test func noInterestNoWarning() throws {
    #expect(try rules().isEmpty)
    let month = try BookMonth(year: 2026, month: 1)
    #expect(SavingsTerms(effectiveFrom: month).warnings.isEmpty)
  }
}
