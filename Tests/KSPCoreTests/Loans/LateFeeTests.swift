import KSPCore
import KSPTestSupport
import Testing

/// Late fees against a simulation that looks at every day.
@Suite struct LateFeeTests {
  private static func drawRule(_ random: inout SplitMix64) -> LateFeeRule {
    LateFeeRule(
      base: .allCases.randomElement(using: &random) ?? .arrears,
      charge: Bool.random(using: &random)
        ? .share(Share(unchecked: .random(in: 0...90_000_000, using: &random)))
        : .fixed(Rupiah(sen: Int64.random(in: 1...400, using: &random))),
      period: .allCases.randomElement(using: &random) ?? .day,
      graceDays: Bool.random(using: &random) ? 0 : Int.random(in: 1...40, using: &random),
      cap: Bool.random(using: &random)
        ? nil : Share(unchecked: .random(in: 0...1_500_000_000, using: &random)))
  }

  @Test func everyRuleMatchesTheDayByDaySimulation() throws {
    var random = SplitMix64(seed: 20_261_124)
    var charged: [LateFeeRule.Base: Int] = [:]
    for round in 0..<1_500 {
      let oracle = try LoanOracle.draw(&random)
      let rule = Self.drawRule(&random)
      let date = try oracle.installments[0].due.adding(
        days: Int.random(in: -5...200, using: &random))
      let position = try LoanPosition(
        installments: oracle.installments, payments: oracle.payments, rule: rule, asOf: date)
      let expected = try oracle.lateFee(rule, to: date)
      #expect(position.lateFeeCharged.sen == expected, "round \(round): \(rule)")
      let workings = try rule.workings(
        installments: oracle.installments, payments: oracle.payments, to: date)
      #expect(workings.reduce(0) { $0 + $1.fee.sen } == expected, "round \(round)")
      #expect(workings.allSatisfy { isPaper($0, rule) }, "round \(round): \(rule)")
      if expected > 0 { charged[rule.base, default: 0] += 1 }
      let paid = oracle.payments.reduce(0) { $1.date <= date ? $0 + $1.lateFee.sen : $0 }
      #expect(position.lateFee.sen == max(0, expected - paid))
    }
    #expect(LateFeeRule.Base.allCases.allSatisfy { charged[$0, default: 0] > 100 }, "\(charged)")
  }

  /// Every run is its base times the charge times its days; runs follow on each other.
  private func isPaper(_ working: LateFeeWorking, _ rule: LateFeeRule) -> Bool {
    for (run, next) in zip(working.runs, working.runs.dropFirst()) where next.from <= run.through {
      return false
    }
    return !working.runs.isEmpty
      && working.runs.allSatisfy { run in
        let periods =
          rule.period == .day ? run.from.days(until: run.through) + 1 : run.periods
        let perPeriod =
          switch rule.charge {
          case .share(let share): Int128(run.base.sen) * Int128(share.billionths)
          case .fixed(let amount): Int128(amount.sen) * 1_000_000_000
          }
        return run.periods == periods
          && run.exact == ExactAmount(sen: perPeriod * Int128(periods), over: 1_000_000_000)
      }
  }

  /// 31 January is late from 1 February on; a month begins on every 1st.
  @Test func aMonthThatHasBegunCountsWhole() throws {
    let row = try Installment(
      number: 1, due: day("2026-01-31"), principal: 1_000_000, interest: 20_000, balance: 0)
    let rule = LateFeeRule(base: .installment, charge: .fixed(10_000), period: .month)
    func fee(_ date: String, graceDays: Int = 0) throws -> Rupiah {
      var rule = rule
      rule.graceDays = graceDays
      return try LoanPosition(installments: [row], payments: [], rule: rule, asOf: day(date))
        .lateFee
    }
    #expect(try fee("2026-01-31") == 0)
    #expect(try fee("2026-02-01") == 10_000)
    #expect(try fee("2026-02-28") == 10_000)
    #expect(try fee("2026-03-01") == 20_000)
    // With 30 days of grace 3 March is the first day that is charged.
    #expect(try fee("2026-03-02", graceDays: 30) == 0)
    #expect(try fee("2026-03-03", graceDays: 30) == 10_000)
    #expect(try fee("2026-04-02", graceDays: 30) == 10_000)
  }

  @Test func aCapHoldsForEveryInstallment() throws {
    let rows = try [1, 2].map { number in
      try Installment(
        number: number, due: day("2026-0\(number)-15"), principal: 100_000, interest: 0,
        balance: number == 1 ? 100_000 : 0)
    }
    let rule = LateFeeRule(
      base: .arrears, charge: .share(.percent("1")), period: .day,
      cap: .percent("10"))
    let late = try LoanPosition(
      installments: rows, payments: [], rule: rule, asOf: day("2026-06-30"))
    #expect(late.lateFee == 20_000)
  }
}
