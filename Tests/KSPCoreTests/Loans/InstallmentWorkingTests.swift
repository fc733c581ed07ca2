import KSPCore
import KSPTestSupport
import Testing

/// Where interest comes from: the working of every installment against the plan, and against the
/// formula that people write on paper.
@Suite struct InstallmentWorkingTests {
  @Test func everyWorkingGivesTheInterestOfItsInstallment() throws {
    var random = SplitMix64(seed: 20_261_125)
    var methods: [LoanMethod: Int] = [:]
    for round in 0..<6_000 {
      let (terms, principal, start, first) = try PlanPropertyTests.draw(&random)
      guard
        let plan = try? InstallmentPlan(
          terms, principal: principal, disbursedOn: start, firstDue: first)
      else { continue }
      let workings = try plan.workings()
      #expect(workings.map(\.interest) == plan.installments.map(\.interest), "round \(round)")
      #expect(workings.map(\.number) == plan.installments.map(\.number))
      var day = plan.disbursedOn
      var isSound = true
      for (working, row) in zip(workings, plan.installments) {
        isSound = isSound && working.from == day && working.shares.first?.from == day
        for (left, right) in zip(working.shares, working.shares.dropFirst()) {
          isSound = isSound && left.to == right.from
        }
        day = working.to
        let due = try terms.shift.shifted(working.to)
        isSound = isSound && row.due == due && working.shares.last?.to == day
        isSound = isSound && isPaper(working)
      }
      #expect(isSound, "round \(round): \(terms)")
      methods[terms.method, default: 0] += 1
    }
    #expect(LoanMethod.allCases.allSatisfy { methods[$0, default: 0] > 300 }, "\(methods)")
  }

  /// Balance × rate × days over the days that the rate is for, in lowest terms: those of their year,
  /// or of a rate by the day, the week or the term one, seven, or all of them.
  private func isPaper(_ working: InstallmentWorking) -> Bool {
    guard case .balance(let balance) = working.basis else { return true }
    let isYearly = [.year, .month].contains(working.rate.basis)
    let common = isYearly ? 360 * 365 * 366 : working.shares.first?.yearDays ?? 1
    let days = working.shares.reduce(Int128(0)) { sum, share in
      sum + Int128(share.days) * Int128(common / share.yearDays)
    }
    let rate = isYearly ? working.rate.billionthsPerYear : working.rate.billionths
    let paper = lowest(Int128(rate) * days, Int128(common) * 1_000_000_000)
    let whole = lowest(paper.0 * Int128(balance.sen), paper.1)
    return whole == lowest(working.exact.numerator, working.exact.denominator)
  }

  private func lowest(_ numerator: Int128, _ denominator: Int128) -> (Int128, Int128) {
    var (left, right) = (denominator, numerator)
    while right != 0 { (left, right) = (right, left % right) }
    return (numerator / left, denominator / left)
  }

  /// 17 days of 2027 over 365 and 14 days of 2028 over 366.
  @Test func aPeriodOverNewYearIsSplit() throws {
    let terms = PlanTerms(
      method: .flat, rate: try Rate(parsing: "12%/year"), count: 2, dayCount: .actualActual)
    let plan = try InstallmentPlan(
      terms, principal: 10_000_000, disbursedOn: day("2027-12-15"))
    let working = try plan.workings()[0]
    #expect(working.shares.map(\.days) == [17, 14])
    #expect(working.shares.map(\.yearDays) == [365, 366])
    #expect(try working.shares[1].from == day("2028-01-01"))
    #expect(working.exact.decimalText == "101792.050303")
    #expect(working.interest == 101_792)
  }

  @Test func aSingleSumRunsOverAllPeriods() throws {
    var terms = PlanTerms(
      method: .bullet, rate: try Rate(parsing: "12%/year"), count: 6, dayCount: .actualActual)
    terms.interestDue = .atEnd
    let plan = try InstallmentPlan(terms, principal: 10_000_000, disbursedOn: day("2027-09-30"))
    let workings = try plan.workings()
    #expect(workings.count == 1 && workings[0].shares.map(\.days) == [93, 89])
    terms.interestDue = .inAdvance
    let cut = try InstallmentPlan(terms, principal: 10_000_000, disbursedOn: day("2027-09-30"))
    #expect(try cut.workings().map(\.basis) == [.nothing])
  }

  @Test(
    arguments: [
      (100_000, 3, "333.333333"), (-1, 2, "-0.005"), (0, 7, "0"), (5, 1, "0.05"), (-100, 1, "-1"),
      (199_999_999, 200_000_000, "0.009999"), (Int64.max, 1, "92233720368547758.07"),
    ] as [(Int64, Int64, String)])
  func exactAmountsAreCutNotRounded(_ numerator: Int64, _ denominator: Int64, _ text: String) {
    #expect(ExactAmount(sen: Int128(numerator), over: Int128(denominator)).decimalText == text)
  }
}
