import KSPCore
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
}
