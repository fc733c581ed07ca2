import KSPCore
import KSPTestSupport
import Testing

@Suite struct InterestTaxTests {
  private let rule = InterestTaxRule.standardIndividual

  @Test func theThresholdIsACliff() throws {
    #expect(try rule.tax(onMonthlyGross: 240_000) == .zero)
    #expect(try rule.tax(onMonthlyGross: Rupiah(sen: Int64(24_000_001))) == 24_000)
    #expect(try rule.tax(onMonthlyGross: 250_009) == 25_000)
  }

  @Test func organisationsHaveNoThreshold() throws {
    #expect(try InterestTaxRule.standardOrganization.tax(onMonthlyGross: 100) == 15)
  }

  @Test func onlyTheExcessIsNotTheRule() throws {
    let vector = try Vector.named("pph-student-excess-only")
    #expect(!vector.recomputed)
    let rows = try #require(vector.inputs["members"] as? [[String: Any]])
    var total = Rupiah.zero
    for row in rows {
      let gross = try Vector.amount(row["monthlyInterest"], "monthlyInterest")
      let each = try rule.tax(onMonthlyGross: gross)
      let count = try Vector.amount(row["count"], "count").sen / 100
      total = try total + Rupiah(sen: Int128(each.sen) * Int128(count))
    }
    #expect(try total == vector.expected("correctTax"))
    #expect(try total != vector.expected("printedTax"))
  }

  @Test func theBankRateIsNotTheRule() throws {
    let vector = try Vector.named("pph-github-negative")
    #expect(!vector.recomputed)
    let tax = try rule.tax(onMonthlyGross: vector.input("monthlyInterestPerAccount"))
    #expect(try tax == vector.expected("correctTax"))
    #expect(try tax != vector.expected("codeTax"))
  }

  @Test func theAccountsOfAMemberCountTogether() throws {
    let vector = try Vector.named("pph-aggregate-per-member")
    let accounts = try #require(vector.inputs["accounts"] as? [[String: Any]])
      .map { try Vector.amount($0["interest"], "interest") }
    let tax = try InterestTax(rule: rule, accounts: accounts)
    #expect(try tax.monthlyGross == vector.expected("grossMonth"))
    #expect(try tax.monthlyTax == vector.expected("tax"))
    let allocation = try #require(vector.expected["allocation"] as? [[String: Any]])
    #expect(try tax.perAccount == allocation.map { try Vector.amount($0["tax"], "tax") })
    for gross in accounts {
      let alone = try rule.tax(onMonthlyGross: gross)
      #expect(try alone == vector.expected("perAccountTaxIfWronglySplit"))
    }
  }

  @Test func whatWasWithheldBeforeIsTakenOff() throws {
    let tax = try InterestTax(
      rule: rule, grossBefore: 250_000, withheldBefore: 25_000, accounts: [50_000])
    #expect(tax.monthlyGross == 300_000)
    #expect(tax.monthlyTax == 30_000)
    #expect(tax.perAccount == [5_000])
    #expect(tax.shortfall == .zero)
  }

  @Test func tooMuchWithheldBeforeIsNotPaidBack() throws {
    let tax = try InterestTax(
      rule: rule, grossBefore: 100_000, withheldBefore: 10_000, accounts: [50_000])
    #expect(tax.perAccount == [.zero])
    #expect(tax.shortfall == .zero)
  }

  @Test func neverMoreThanWhatIsPaidNow() throws {
    // 239,999 earlier was free; two more rupiah make 24,000 of tax due on an interest of two.
    let tax = try InterestTax(rule: rule, grossBefore: 239_999, accounts: [2])
    #expect(tax.monthlyTax == 24_000)
    #expect(tax.perAccount == [2])
    #expect(tax.shortfall == 23_998)
  }

  /// Two halves of Rp3 are Rp1,50 each: shared in whole rupiah, one account would be taxed by more
  /// than it earns.
  @Test func noAccountIsTaxedByMoreThanItEarns() throws {
    let half = Rupiah(sen: Int64(150))
    let tax = try InterestTax(rule: rule, grossBefore: 239_999, accounts: [half, half])
    #expect(tax.perAccount == [half, half])
    #expect(tax.shortfall == 23_997)
  }

  /// Where whole rupiah fit, the tax form gets whole rupiah.
  @Test func wholeRupiahWhereTheyFit() throws {
    let interest = Rupiah(sen: Int64(15_000_050))
    let tax = try InterestTax(rule: rule, accounts: [interest, interest])
    #expect(tax.perAccount == [15_000, 15_000])
  }

  @Test func theSharesAddUpAndFitTheirAccounts() throws {
    var random = SplitMix64(seed: 20_261_124)
    var reached = (sen: 0, shortfall: 0, whole: 0)
    for _ in 0..<20_000 {
      let largest: Int64 = [200, 2_000, 20_000_000].randomElement(using: &random) ?? 200
      let step: Int64 = Bool.random(using: &random) ? 1 : 50
      let accounts = (0..<Int.random(in: 1...5, using: &random)).map { _ in
        Rupiah(sen: Int64.random(in: 1...largest, using: &random) * step)
      }
      let before = Rupiah(sen: Int64.random(in: 23_000_000...25_000_000, using: &random))
      let rule: InterestTaxRule =
        Bool.random(using: &random) ? .standardIndividual : .standardOrganization
      let withheld =
        try Bool.random(using: &random) ? Rupiah.zero : rule.tax(onMonthlyGross: before)
      let tax = try InterestTax(
        rule: rule, grossBefore: before, withheldBefore: withheld, accounts: accounts)
      var shared = tax.shortfall
      for (part, gross) in zip(tax.perAccount, accounts) {
        #expect(!part.isNegative && part <= gross)
        try shared += part
      }
      #expect(try shared == (tax.monthlyTax - withheld).orZero)
      if tax.shortfall.isPositive { reached.shortfall += 1 }
      if tax.perAccount.contains(where: { $0.sen % 100 != 0 }) {
        reached.sen += 1
      } else {
        reached.whole += 1
      }
    }
    #expect(reached.sen > 100 && reached.shortfall > 100 && reached.whole > 1_000, "\(reached)")
  }
}
