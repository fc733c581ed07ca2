import KSPCore
import KSPTestSupport
import Testing

/// What is written off of a fixed asset, month by month.
@Suite struct DepreciationPlanTests {
  @Test func equalPartsRoundedDownTheLastTakesTheRest() throws {
    let plan = DepreciationPlan(of: 10_000_000, over: 48, from: try month("2026-02"))
    #expect(plan.monthly == 208_333)
    #expect(plan.amount(in: try month("2026-01")) == .zero)
    #expect(plan.amount(in: try month("2026-02")) == 208_333)
    #expect(plan.amount(in: try month("2030-01")) == 208_349)
    #expect(plan.amount(in: try month("2030-02")) == .zero)
    #expect(plan.sum(through: try month("2027-01")) == 2_499_996)
  }

  @Test func landIsNotWrittenOff() throws {
    let plan = DepreciationPlan(of: 10_000_000, over: 0, from: try month("2026-02"))
    #expect(plan.base == .zero && plan.monthly == .zero)
    #expect(plan.sum(through: try month("2090-01")) == .zero)
  }

  /// Whatever the base and the life: months add up to sums, sums to the base, and no two months but
  /// the last differ. The oracle goes month by month and knows no formula.
  @Test func monthsAddUpToTheBase() throws {
    var random = SplitMix64(seed: 20_261_129)
    for _ in 0..<500 {
      let months = Int.random(in: 1...240, using: &random)
      let base = Rupiah(sen: Int64.random(in: 0...900_000_000_00, using: &random))
      let first = try BookMonth(
        ordinal: Int32.random(in: 24_000...24_400, using: &random))
      let plan = DepreciationPlan(of: base, over: months, from: first)
      var left = base.sen
      for place in 0..<months {
        let month = try BookMonth(ordinal: first.ordinal + Int32(place))
        let part = plan.amount(in: month).sen
        #expect(place == months - 1 || part == base.sen / 100 / Int64(months) * 100)
        #expect(part >= 0)
        left -= part
        #expect(plan.sum(through: month).sen == base.sen - left)
      }
      #expect(left == 0, "\(base) over \(months)")
    }
  }

  private func asset(
    months: Int, takeover: FixedAsset.Takeover? = nil, residual: Rupiah = .zero
  ) throws -> NewAsset {
    NewAsset(
      "Motor", cost: 8_000_000, months: months, acquiredOn: try day("2023-05-10"),
      residual: residual, takeover: takeover)
  }

  @Test func whatCannotBeIsRefused() throws {
    let sealed = try day("2025-12-31")
    func code(_ asset: NewAsset) -> LedgerError.Code? { refusal { try asset.requireUsable() } }
    #expect(code(try asset(months: 60)) == nil)
    #expect(code(try asset(months: -1)) == .assetTermsUnfit)
    #expect(code(try asset(months: 60, residual: 8_000_001)) == .assetTermsUnfit)
    #expect(
      code(
        try asset(
          months: 60, takeover: .init(asOf: sealed, accumulated: 7_500_001), residual: 500_000))
        == .assetTermsUnfit)
    #expect(
      code(try asset(months: 60, takeover: .init(asOf: try day("2023-05-09"), accumulated: 1)))
        == .assetTermsUnfit)
    // Its life ended in May 2024: what is left has no month to go to.
    #expect(
      code(try asset(months: 12, takeover: .init(asOf: sealed, accumulated: 7_999_999)))
        == .assetTermsUnfit)
    #expect(
      code(try asset(months: 12, takeover: .init(asOf: sealed, accumulated: 8_000_000))) == nil)
  }
}
