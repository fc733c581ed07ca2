import Foundation
import KSPCore
import KSPTestSupport
import Testing

/// What holds for every plan, over many random ones.
@Suite struct PlanPropertyTests {
  /// Random terms of every kind; most of them make a plan.
  static func draw(_ random: inout SplitMix64) throws -> (
    PlanTerms, Rupiah, BookDate, BookDate?
  ) {
    let method = LoanMethod.allCases.randomElement(using: &random) ?? .flat
    let count = Int.random(in: 1...48, using: &random)
    let unit = InstallmentInterval.Unit.allCases.randomElement(using: &random) ?? .month
    let steps: [Int64] = [1, 100, 5_000, 10_000, 50_000, 100_000]
    let rounding = try Rounding(
      Rounding.Mode.allCases.randomElement(using: &random) ?? .down,
      to: Rupiah(sen: steps.randomElement(using: &random) ?? 100))
    let basis = Rate.Basis.allCases.randomElement(using: &random) ?? .year
    let terms = PlanTerms(
      method: method,
      rate: try Rate(
        billionths: Int64.random(
          in: 0...(basis == .year ? 400_000_000 : 40_000_000), using: &random),
        per: basis),
      count: count,
      interval: try InstallmentInterval(unit, count: Int.random(in: 1...3, using: &random)),
      dayCount: LoanDayCount.allCases.randomElement(using: &random) ?? .thirty360,
      interestDue: method == .bullet
        ? InterestDue.allCases.randomElement(using: &random) ?? .atEnd : .eachInstallment,
      principalGrace: Bool.random(using: &random) ? 0 : Int.random(in: 0..<count, using: &random),
      interestRounding: rounding, installmentRounding: rounding,
      shift: DueDateShift(.allCases.randomElement(using: &random) ?? .none))
    let start = try BookDate(dayNumber: Int32.random(in: 18_000...25_000, using: &random))
    let first =
      Bool.random(using: &random)
      ? nil : try start.adding(days: Int.random(in: 1...70, using: &random))
    return (
      terms, Rupiah(sen: Int64.random(in: 10_000_000...500_000_000_000, using: &random)), start,
      first
    )
  }

  static let plans = 120_000

  @Test func partsAddUpAndTheBalanceEndsAtZero() throws {
    var random = SplitMix64(seed: 20_261_124)
    var made = 0
    for _ in 0..<Self.plans {
      let (terms, principal, start, first) = try Self.draw(&random)
      let plan: InstallmentPlan
      do throws(LedgerError) {
        plan = try InstallmentPlan(terms, principal: principal, disbursedOn: start, firstDue: first)
      } catch {
        #expect(error.code == .loanPlanUnroundable)
        continue
      }
      made += 1
      try Self.check(plan)
    }
    #expect(made > 100_000, "only \(made) of \(Self.plans) terms made a plan")
  }

  private static func check(_ plan: InstallmentPlan) throws {
    var repaid: Int64 = 0
    var interest = plan.interestInAdvance.sen
    var before = plan.disbursedOn
    var isSound = true
    for row in plan.installments {
      repaid += row.principal.sen
      interest += row.interest.sen
      isSound = isSound && row.principal.sen >= 0 && row.interest.sen >= 0
      isSound = isSound && row.total.sen == row.principal.sen + row.interest.sen
      isSound = isSound && row.balance.sen == plan.principal.sen - repaid && row.balance.sen >= 0
      isSound = isSound && row.due >= before
      before = row.due
    }
    isSound = isSound && repaid == plan.principal.sen && interest == plan.interest.sen
    isSound = isSound && plan.installments.last?.balance == .zero
    if plan.terms.method == .annuity {
      let level = plan.installments.dropFirst(plan.terms.principalGrace).dropLast()
      isSound = isSound && Set(level.map(\.total)).count <= 1
    }
    #expect(isSound, "\(plan.terms) \(plan.principal) \(plan.disbursedOn) \(plan.firstDue)")
  }

  /// Discounted at the effective rate the payments are worth what was received; at a trillionth
  /// more they are worth less. Worked out here in fractions of another size.
  @Test func theEffectiveRateReproducesTheCashFlows() throws {
    var random = SplitMix64(seed: 4_711)
    for _ in 0..<100_000 {
      let rate = try Rate(billionths: Int64.random(in: 0...30_000_000, using: &random), per: .month)
      let count = Int.random(in: 1...36, using: &random)
      let method = LoanMethod.allCases.randomElement(using: &random) ?? .flat
      let plan = try InstallmentPlan(
        PlanTerms(method: method, rate: rate, count: count), principal: 100_000_000,
        disbursedOn: day("2026-03-31"))
      let fees = Rupiah(sen: Int64.random(in: 0...500_000_000, using: &random))
      let effective = try #require(try EffectiveRate(plan, fees: fees))
      let received = Double((try plan.principal - fees).sen)
      func worth(_ trillionths: Double) -> Double {
        plan.installments.reduce(0) { sum, row in
          sum + Double(row.total.sen) * pow(1 + trillionths * 1e-12, -Double(row.number))
        }
      }
      let at = Double(effective.trillionthsPerUnit)
      #expect(abs(worth(at) - received) < received * 1e-9)
      #expect(worth(at + 1_000) < received + 1e-3)
    }
  }

  /// A loan without fees at a rate on the balance costs that rate.
  @Test(arguments: [LoanMethod.declining, .annuity, .bullet])
  func ratesOnTheBalanceAreTheirOwnEffectiveRates(_ method: LoanMethod) throws {
    let sen = try Rounding(.halfEven, to: Rupiah(sen: 1))
    let plan = try InstallmentPlan(
      PlanTerms(
        method: method, rate: Rate(parsing: "1.25%/month"), count: 24, interestRounding: sen,
        installmentRounding: sen),
      principal: 1_000_000_000_000, disbursedOn: day("2026-01-31"))
    let rate = try #require(try EffectiveRate(plan))
    #expect(abs(rate.trillionthsPerUnit - 12_500_000_000) <= 2)
    #expect(rate.nominal == .percent("15", per: .year))
    #expect(rate.yearlyPercentText == "16.0755")
  }

  @Test func theSeedDayIsKept() throws {
    let plan = try InstallmentPlan(
      PlanTerms(method: .flat, rate: .zero, count: 4), principal: 4_000_000,
      disbursedOn: day("2026-01-31"))
    #expect(
      plan.installments.map(\.due.description)
        == ["2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31"])
  }

  @Test func sundaysAndHolidaysMoveOnlyTheDayOfPayment() throws {
    let rate = try Rate(parsing: "12%/year")
    func plan(_ shift: DueDateShift) throws -> InstallmentPlan {
      try InstallmentPlan(
        PlanTerms(
          method: .declining, rate: rate, count: 3, dayCount: .actual365, shift: shift),
        principal: 3_000_000, disbursedOn: day("2026-01-15"))
    }
    let plain = try plan(.none)
    let moved = try plan(DueDateShift(.nextWorkingDay, holidays: [day("2026-02-16")]))
    // 15 February 2026 is a Sunday and the Monday after it a holiday here; so is 15 March a Sunday.
    #expect(
      moved.installments.map(\.due.description) == ["2026-02-17", "2026-03-16", "2026-04-15"])
    #expect(moved.installments.map(\.interest) == plain.installments.map(\.interest))
  }

  @Test func whatCannotBeIsRefused() throws {
    let rate = try Rate(parsing: "12%/year")
    let start = try day("2026-01-15")
    func code(_ terms: PlanTerms, _ principal: Rupiah = 1_000_000, first: String? = nil) throws
      -> LedgerError.Code?
    {
      let firstDue = try first.map { try day($0) }
      return refusal { () throws(LedgerError) in
        try InstallmentPlan(terms, principal: principal, disbursedOn: start, firstDue: firstDue)
      }
    }
    let fine = PlanTerms(method: .flat, rate: rate, count: 12)
    #expect(try code(fine) == nil)
    #expect(try code(fine, .zero) == .amountNotPositive)
    #expect(try code(fine, -5) == .amountNotPositive)
    #expect(try code(fine, first: "2026-01-15") == .loanPlanInvalid)
    #expect(try code(PlanTerms(method: .flat, rate: rate, count: 0)) == .loanPlanInvalid)
    #expect(try code(PlanTerms(method: .flat, rate: rate, count: 1_201)) == .loanPlanInvalid)
    #expect(
      try code(PlanTerms(method: .flat, rate: rate, count: 3, principalGrace: 3))
        == .loanPlanInvalid)
    #expect(
      try code(PlanTerms(method: .flat, rate: rate, count: 3, interestDue: .atEnd))
        == .loanPlanInvalid)
    #expect(
      try code(PlanTerms(method: .annuity, rate: rate, count: 3, interestDue: .inAdvance))
        == .loanPlanInvalid)
    let coarse = try Rounding(.up, to: 1_000)
    #expect(
      try code(
        PlanTerms(method: .flat, rate: .zero, count: 12, installmentRounding: coarse), 10_000)
        == .loanPlanUnroundable)
    let steep = PlanTerms(method: .flat, rate: try Rate(parsing: "1000%/month"), count: 12)
    #expect(try code(steep, Rupiah(sen: Int64.max)) == .amountOverflow)
    // Every installment and all interest are amounts; all that is owed is none.
    let dear = PlanTerms(method: .flat, rate: try Rate(parsing: "10%/month"), count: 12)
    #expect(try code(dear, 50_000_000_000_000_000) == .amountOverflow)
    #expect(
      refusal { () throws(LedgerError) in try InstallmentInterval(.month, count: 0) }
        == .loanPlanInvalid)
  }
}
