import Foundation
import KSPCore
import KSPTestSupport
import Testing

/// The published and derived examples of Indonesian loans.
@Suite struct IndonesianLoanTests {
  private func plan(
    _ method: LoanMethod, _ principal: Rupiah, _ rate: String, _ count: Int,
    step: Rupiah = 1, interestDue: InterestDue = .eachInstallment
  ) throws -> InstallmentPlan {
    let rounding = try Rounding(.halfUp, to: step)
    return try InstallmentPlan(
      PlanTerms(
        method: method, rate: Rate(parsing: rate), count: count, interestDue: interestDue,
        interestRounding: rounding, installmentRounding: rounding),
      principal: principal, disbursedOn: day("2026-01-15"))
  }

  @Test func flatOverOneMonth() throws {
    let vector = try Vector.named("loan-flat-300k-1", in: "indonesia-loans")
    let row = try plan(.flat, vector.input("principal"), "24%/year", 1).installments[0]
    #expect(row.principal == (try vector.expected("principalPart")))
    #expect(row.interest == (try vector.expected("interestPart")))
    #expect(row.total == (try vector.expected("total")))
    #expect(row.balance == (try vector.expected("balance")))
  }

  @Test func annuityInWholeRupiah() throws {
    let vector = try Vector.named("loan-annuity-10m-12-int-rupiah", in: "indonesia-loans")
    let plan = try plan(.annuity, vector.input("principal"), "12%/year", 12)
    #expect(plan.installments[0].total == (try vector.expected("instalment")))
    #expect(plan.installments[11].total == (try vector.expected("lastInstalment")))
    #expect(plan.interest == (try vector.expected("totalInterest")))
    let rows = try #require(vector.expected["rows"] as? [[String: Any]])
    #expect(rows.count == 12)
    for (row, installment) in zip(rows, plan.installments) {
      #expect(row["principal"] as? Int64 == installment.principal.sen / 100)
      #expect(row["interest"] as? Int64 == installment.interest.sen / 100)
      #expect(row["total"] as? Int64 == installment.total.sen / 100)
      #expect(row["balance"] as? Int64 == installment.balance.sen / 100)
    }
  }

  /// The sheet carries full precision and prints whole rupiah; carried to the sen, every printed
  /// cell comes out.
  @Test func annuityThatIsRepricedAfterThreeYears() throws {
    let vector = try Vector.named("loan-annuity-400m-180-reprice", in: "indonesia-loans")
    let sen = Rupiah(sen: 1)
    let before = try plan(.annuity, vector.input("principal"), "4%/year", 180, step: sen)
    #expect(
      try Rounding.rupiah.round(before.installments[0].total) == vector.expected("instalment"))
    let rows = try #require(vector.expected["rows"] as? [[String: Any]])
    for (row, installment) in zip(rows, before.installments) {
      let (principal, interest) = (
        try Rounding.rupiah.round(installment.principal),
        try Rounding.rupiah.round(installment.interest)
      )
      #expect(row["principal"] as? Int64 == principal.sen / 100)
      #expect(row["interest"] as? Int64 == interest.sen / 100)
    }
    let owed = before.installments[35].balance
    #expect(try Rounding.rupiah.round(owed) == vector.expected("balanceAfter36"))
    let after = try plan(.annuity, owed, "11%/year", 144, step: sen)
    #expect(
      try Rounding.rupiah.round(after.installments[0].total)
        == vector.expected("instalmentAfter"))
  }

  /// A goods loan: 2.2 % on what would be owed, added to the price and spread evenly.
  @Test func fixedPriceOfGoods() throws {
    let vector = try Vector.named("loan-goods-1m-10", in: "indonesia-loans")
    let plan = try plan(.fixedPrice, vector.input("goodsPrice"), "2.2%/month", 10)
    #expect(try plan.principal + plan.interest == vector.expected("salePrice"))
    var owed = try plan.principal + plan.interest
    var balances = [owed]
    for row in plan.installments {
      #expect(row.total == (try vector.expected("instalment")))
      owed = try owed - row.total
      balances.append(owed)
    }
    #expect(balances == (try vector.amounts("balances")))
  }

  @Test func interestInAdvance() throws {
    let vector = try Vector.named("loan-upfront-10m-10", in: "indonesia-loans")
    let plan = try plan(
      .flat, vector.input("principal"), "1%/month", 10, interestDue: .inAdvance)
    #expect(plan.interestInAdvance == (try vector.expected("interestCut")))
    #expect(plan.installments.allSatisfy { $0.interest.isZero })
    #expect(plan.installments[0].total == (try vector.expected("instalment")))
  }

  /// What flat rates really cost, to the decimals that the example prints.
  @Test func flatRatesAsEffectiveRates() throws {
    let vector = try Vector.named("loan-flat-effective-rate", in: "indonesia-loans")
    let cases = try #require(vector.inputs["cases"] as? [[String: Any]])
    let monthly = try #require(vector.expected["monthlyEffectivePct"] as? [Double])
    let yearly = try #require(vector.expected["nominalAnnualPct"] as? [Double])
    for (index, example) in cases.enumerated() {
      let months = try #require(example["months"] as? Int)
      let flat = try #require(example["monthlyFlat"] as? Double)
      let plan = try plan(
        .flat, 1_200_000_000, "\(Int(flat * 100))%/month", months, step: Rupiah(sen: 1))
      let rate = try #require(try EffectiveRate(plan))
      // Thousandths of a percent, and hundredths.
      #expect(
        (rate.trillionthsPerUnit + 5_000_000) / 10_000_000 == Int64(monthly[index] * 1_000 + 0.5))
      #expect(
        (try #require(rate.nominal).billionths + 50_000) / 100_000
          == Int64(yearly[index] * 100 + 0.5))
    }
  }

  /// 1.5 % flat a month for a year: what the documentation says of it.
  @Test func aFlatRateCompounded() throws {
    let rate = try #require(try EffectiveRate(plan(.flat, 12_000_000, "1.5%/month", 12)))
    #expect(rate.yearlyPercentText == "36.7583")
  }
}
