import KSPCore
import KSPTestSupport
import Testing

/// The third part of an installment.
@Suite struct AdministrationTests {
  @Test("K1.8: rounding up to a step is administration, a fixed sum comes with every installment")
  func amounts() throws {
    let rule = AdministrationRule.roundingUp(to: 10_000)
    #expect(try rule.amount(on: 436_667) == 3_333)
    #expect(try rule.amount(on: 440_000) == .zero && rule.amount(on: .zero) == .zero)
    #expect(try AdministrationRule.roundingUp(to: 1_000).amount(on: 436_112) == 888)
    #expect(try AdministrationRule.fixed(2_500).amount(on: 436_667) == 2_500)
    #expect(try AdministrationRule.fixed(2_500).amount(on: .zero) == .zero)
  }

  @Test func whatIsWrittenIsRead() throws {
    for (text, rule) in [
      ("none", AdministrationRule.nothing), ("5000", .fixed(5_000)),
      ("round:1000", .roundingUp(to: 1_000)),
    ] {
      #expect(try AdministrationRule(parsing: text) == rule && rule.text == text)
    }
    #expect(throws: LedgerError.self) { try AdministrationRule(parsing: "round:7") }
    #expect(throws: LedgerError.self) { try AdministrationRule(parsing: "-5") }
  }

  private func plan(_ rule: AdministrationRule) throws -> InstallmentPlan {
    try InstallmentPlan(
      PlanTerms(
        method: .flat, rate: Rate(billionths: 10_000_000, per: .month), count: 12,
        administration: rule), principal: 4_750_000, disbursedOn: day("2026-01-15"))
  }

  @Test("K1.8: the installment, the plan and the effective rate count it")
  func plans() throws {
    let (bare, lifted) = (try plan(.nothing), try plan(.roundingUp(to: 1_000)))
    for (row, plain) in zip(lifted.installments, bare.installments) {
      #expect(row.principal == plain.principal && row.interest == plain.interest)
      #expect(try row.total == plain.total + row.administration)
      #expect(row.total.sen % 100_000 == 0 && row.administration < 1_000)
    }
    let sum = try lifted.installments.reduce(Rupiah.zero) { try $0 + $1.administration }
    #expect(lifted.administration == sum && sum.isPositive && lifted.interest == bare.interest)
    let (dear, cheap) = (try EffectiveRate(lifted), try EffectiveRate(bare))
    #expect(dear?.trillionthsPerUnit ?? 0 > cheap?.trillionthsPerUnit ?? .max)
  }

  @Test("K1.8: what lifts an installment far warns as rounding does")
  func warnings() throws {
    #expect(try plan(.roundingUp(to: 1_000)).roundingWarnings().isEmpty)
    let codes = try plan(.roundingUp(to: 100_000)).roundingWarnings().map(\.code)
    #expect(codes == [.roundingRaisesRate])
  }

  @Test func anOrderWithoutItTakesItAfterInterest() throws {
    var terms = LoanTerms(
      effectiveFrom: try month("2026-01"),
      plan: PlanTerms(method: .flat, rate: .zero, count: 12, administration: .fixed(1_000)))
    #expect(terms.order == [.lateFee, .interest, .administration, .principal])
    terms.allocation = [.administration, .principal, .interest, .lateFee]
    #expect(terms.order == terms.allocation && terms.shownOrder == terms.allocation)
    terms.plan.administration = .nothing
    #expect(terms.shownOrder == [.principal, .interest, .lateFee])
  }
}
