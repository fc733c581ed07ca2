import KSPCore
import KSPTestSupport
import Testing

@Suite struct InterestTaxTests {
  private let rule = InterestTaxRule.standardIndividual

  @Test func theThresholdIsACliff() throws {
    #expect(try rule.tax(onMonthlyGross: 240_000) == .zero)
    #expect(try rule.tax(onMonthlyGross: Rupiah(sen: 24_000_001)) == 24_000)
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
      total = try total + each * Int(count)
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
    #expect(tax.claimed == .zero)
  }

  @Test func tooMuchWithheldBeforeIsNotPaidBack() throws {
    let tax = try InterestTax(
      rule: rule, grossBefore: 100_000, withheldBefore: 10_000, accounts: [50_000])
    #expect(tax.perAccount == [.zero])
    #expect(tax.claimed == .zero)
  }

  @Test("K3.2: what the interest cannot bear is taken from savings, and the rest is claimed")
  func whatInterestCannotBear() throws {
    // 239,999 earlier was free; two more rupiah make 24,000 of tax due on an interest of two.
    let tax = try InterestTax(rule: rule, grossBefore: 239_999, accounts: [2], funds: [10_000, 0])
    #expect(tax.monthlyTax == 24_000)
    #expect(tax.perAccount == [2])
    #expect(tax.perFund == [10_000, 0])
    #expect(tax.withheld == 10_002)
    #expect(tax.claimed == 13_998)
    #expect(try tax.due == 24_000)
  }

  /// A claim of an earlier month comes before the tax of this one.
  @Test func claimsAreRecoveredFirst() throws {
    let tax = try InterestTax(rule: rule, claim: 20_000, accounts: [15_000])
    #expect(tax.perAccount == [15_000])
    #expect(tax.recovered == 15_000 && tax.unrecovered == 5_000)
    #expect(tax.withheld == .zero && tax.claimed == .zero)
  }

  @Test("K3.6: tax is withheld in whole rupiah, also where it takes all there is")
  func noSen() throws {
    let interest = Rupiah(sen: 698_630)
    let tax = try InterestTax(rule: rule, grossBefore: 500_000, accounts: [interest])
    #expect(tax.perAccount == [6_986])
    #expect(tax.monthlyTax == 50_698)
    #expect(tax.claimed == 43_712)
    // Two halves of Rp3 are Rp1,50 each: a whole rupiah of each.
    let half = Rupiah(sen: 150)
    let halves = try InterestTax(rule: rule, grossBefore: 239_999, accounts: [half, half])
    #expect(halves.perAccount == [1, 1])
    #expect(halves.claimed == 23_998)
  }

  @Test func withoutATaxNumberTheGeneralRateDoubles() throws {
    let rule = InterestTaxRule.standardOrganization
    #expect(try rule.tax(onMonthlyGross: 500_000) == 75_000)
    #expect(try rule.tax(onMonthlyGross: 500_000, hasTaxNumber: false) == 150_000)
    #expect(try self.rule.tax(onMonthlyGross: 500_000, hasTaxNumber: false) == 50_000)
    #expect(try InterestTaxRule.standardProspective.tax(onMonthlyGross: 1_000) == 150)
  }

  @Test func theSharesAddUpAndFitTheirAccounts() throws {
    var random = SplitMix64(seed: 20_261_124)
    var reached = (claimed: 0, funded: 0, recovered: 0, free: 0)
    for _ in 0..<20_000 {
      let largest: Int64 = [200, 2_000, 20_000_000].randomElement(using: &random) ?? 200
      let step: Int64 = Bool.random(using: &random) ? 1 : 50
      func amounts(_ range: ClosedRange<Int>) -> [Rupiah] {
        (0..<Int.random(in: range, using: &random)).map { _ in
          Rupiah(sen: Int64.random(in: 1...largest, using: &random) * step)
        }
      }
      let (accounts, funds) = (amounts(0...5), amounts(0...3))
      let before = Rupiah(sen: Int64.random(in: 23_000_000...25_000_000, using: &random))
      let claim: Rupiah = [0, 0, 77, 5_000].randomElement(using: &random) ?? 0
      let rule: InterestTaxRule =
        Bool.random(using: &random) ? .standardIndividual : .standardOrganization
      let settled =
        try Bool.random(using: &random) ? Rupiah.zero : rule.tax(onMonthlyGross: before)
      let tax = try InterestTax(
        rule: rule, grossBefore: before, withheldBefore: settled, claim: claim,
        accounts: accounts, funds: funds)
      var taken = Rupiah.zero
      for (part, whole) in zip(tax.perAccount + tax.perFund, accounts + funds) {
        #expect(!part.isNegative && part <= whole && part.sen % 100 == 0)
        try taken += part
      }
      let due = try (tax.monthlyTax - settled).orZero
      #expect(try taken == tax.recovered + tax.withheld)
      #expect(try tax.withheld + tax.claimed == due)
      #expect(try tax.recovered + tax.unrecovered == claim)
      // Savings are touched only where the interest is used up to the last whole rupiah.
      if tax.perFund.contains(where: \.isPositive) {
        #expect(zip(tax.perAccount, accounts).allSatisfy { $0.sen == $1.sen / 100 * 100 })
        reached.funded += 1
      }
      if tax.claimed.isPositive { reached.claimed += 1 }
      if tax.recovered.isPositive { reached.recovered += 1 }
      if taken.isZero { reached.free += 1 }
    }
    #expect(
      reached.claimed > 1_000 && reached.funded > 1_000 && reached.recovered > 1_000
        && reached.free > 100, "\(reached)")
  }
}
