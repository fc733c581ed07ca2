import KSPCore
import KSPTestSupport
import Testing

/// Where a loan stands, and what settling it costs, counted sen by sen.
@Suite struct LoanPositionTests {
  @Test func whatIsOpenMatchesTheOracle() throws {
    var random = SplitMix64(seed: 20_261_124)
    for round in 0..<3_000 {
      let loan = try LoanOracle.draw(&random)
      let date = try loan.installments[0].due.adding(
        days: Int.random(in: -30...120, using: &random))
      let countsLater = Bool.random(using: &random)
      let position = try LoanPosition(
        installments: loan.installments, payments: loan.payments, rule: nil, asOf: date,
        countsLater: countsLater)
      let left = loan.unpaid { countsLater || $0.date <= date }
      let rows = zip(loan.installments, left).filter { $1.principal + $1.interest > 0 }
      #expect(position.open.map(\.installment) == rows.map(\.0), "round \(round)")
      #expect(position.open.map(\.principal.sen) == rows.map(\.1.principal))
      #expect(position.open.map(\.interest.sen) == rows.map(\.1.interest))
      #expect(position.due.map(\.installment) == rows.map(\.0).filter { $0.due <= date })
      #expect(position.late.map(\.installment) == rows.map(\.0).filter { $0.due < date })
      #expect(position.outstanding.sen == left.reduce(0) { $0 + $1.principal })
      let oldest = rows.first { $0.0.due < date }?.0.due
      #expect(position.daysPastDue == oldest.map { $0.days(until: date) } ?? 0)
      #expect(position.fallenDue == loan.installments.filter { $0.due <= date }.count)
      let since = position.arrearsSince
      #expect(since.principal == rows.first { $0.0.due < date && $0.1.principal > 0 }?.0.due)
      #expect(since.interest == rows.first { $0.0.due < date && $0.1.interest > 0 }?.0.due)
    }
  }

  /// A sum that cannot be made is an error of the document, and not a line that a renderer leaves
  /// out.
  @Test func aSumThatIsTooLargeIsAnError() throws {
    let rows = try (1...2).map { number in
      try Installment(
        number: number, due: BookDate(dayNumber: 20_000), principal: Rupiah(sen: Int64.max / 2 + 1),
        interest: .zero, balance: .zero)
    }
    let error = #expect(throws: LedgerError.self) {
      try LoanPosition(
        installments: rows, payments: [], rule: nil, asOf: BookDate(dayNumber: 19_000))
    }
    #expect(error?.code == .amountOverflow)
  }

  @Test func aQuoteAddsWhatItsRuleAsksFor() throws {
    var random = SplitMix64(seed: 20_261_125)
    var elapsed = 0
    for round in 0..<3_000 {
      let loan = try LoanOracle.draw(&random)
      let start = try loan.installments[0].due.adding(days: -30)
      let date = try start.adding(days: Int.random(in: 0...150, using: &random))
      let position = try LoanPosition(
        installments: loan.installments, payments: loan.payments, rule: nil, asOf: date,
        countsLater: true)
      let rule = SettlementRule(
        interest: [.none, .elapsedDays, .installments(Int.random(in: 0...3, using: &random)), .all]
          .randomElement(using: &random) ?? .none,
        penalty: Share(unchecked: .random(in: 0...50_000_000, using: &random)))
      let left = loan.unpaid { _ in true }
      let rows = Array(zip(loan.installments, left))
      let future = rows.filter { $0.0.due > date }
      let periodStart = rows.last { $0.0.due <= date }?.0.due ?? start
      var interest = rows.filter { $0.0.due <= date }.reduce(Int64(0)) { $0 + $1.1.interest }
      var earned = (carried: Int64(0), byDays: Int64(0))
      if let (row, _) = future.first {
        earned.carried = Int64.random(in: 0...row.interest.sen, using: &random)
        let own = Fraction(
          Int128(row.interest.sen - earned.carried) * Int128(periodStart.days(until: date)),
          Int128(periodStart.days(until: row.due))
        ).rounded("half-up", step: 100)
        earned.byDays = earned.carried + Int64(own)
      }
      /// What is unpaid of a part of the next installment's interest.
      func unpaid(_ part: Int64) -> Int64 {
        guard let (row, left) = future.first else { return 0 }
        let paid = row.interest.sen - left.interest
        // Rounded to the rupiah it may not come to more than is left, which may be sen.
        return min(left.interest, max(0, part - paid))
      }
      switch rule.interest {
      case .none, .installments(0):
        interest += unpaid(earned.carried)
      case .all: interest += future.reduce(0) { $0 + $1.1.interest }
      case .installments(let count):
        interest += future.prefix(count).reduce(0) { $0 + $1.1.interest }
      case .elapsedDays:
        if unpaid(earned.byDays) > 0 { elapsed += 1 }
        interest += unpaid(earned.byDays)
      }
      let quote = try SettlementQuote(
        position,
        earned: SettlementQuote.Earned(
          number: position.fallenDue + 1, carried: LoanParts(interest: Rupiah(sen: earned.carried)),
          byDays: Rupiah(sen: earned.byDays)), rule: rule)
      let principal = left.reduce(Int64(0)) { $0 + $1.principal }
      #expect(quote.principal.sen == principal, "round \(round)")
      #expect(quote.interest.sen == interest, "round \(round): \(rule)")
      let isFuture = future.contains { $0.1.principal + $0.1.interest > 0 }
      let penalty = Fraction(
        isFuture ? Int128(principal) * Int128(rule.penalty.billionths) : 0, 1_000_000_000)
      #expect(Int128(quote.penalty.sen) == penalty.rounded("half-up", step: 100))
      #expect(quote.total.sen == principal + interest + quote.lateFee.sen + quote.penalty.sen)
    }
    #expect(elapsed > 10)
  }

  /// The running month was paid ahead, so settling asks for no interest beyond it.
  @Test func interestPaidAheadIsNotAskedForAgain() throws {
    let plan = try InstallmentPlan(
      PlanTerms(method: .flat, rate: Rate(parsing: "1.5%/month"), count: 12),
      principal: 12_000_000, disbursedOn: day("2026-01-15"))
    let paid = LoanPayment(date: try day("2026-01-20"), principal: 1_000_000, interest: 180_000)
    let position = try LoanPosition(
      installments: plan.installments, payments: [paid], rule: nil, asOf: day("2026-02-01"))
    for rule in [SettlementRule.Interest.installments(1), .elapsedDays] {
      let quote = try SettlementQuote(
        position, earned: .init(number: 1, byDays: 98_710), rule: SettlementRule(interest: rule))
      #expect(quote.interest == .zero)
    }
    let two = try SettlementQuote(
      position, earned: .init(number: 1, byDays: 98_710),
      rule: SettlementRule(interest: .installments(2)))
    #expect(two.interest == 180_000)
  }

  /// 31 January, 28 February, 31 March: a plan that goes on from 28 February is the same plan.
  @Test func aPlanGoesOnFromTheEndOfAShortMonth() throws {
    let terms = PlanTerms(method: .declining, rate: try Rate(parsing: "1.5%/month"), count: 12)
    let whole = try InstallmentPlan(terms, principal: 12_000_000, disbursedOn: day("2026-01-31"))
    var rest = terms
    rest.count = 11
    let later = try InstallmentPlan(
      rest, principal: 11_000_000, disbursedOn: day("2026-02-28"), firstDue: day("2026-03-31"))
    #expect(later.installments.map(\.due) == whole.installments.dropFirst().map(\.due))
    #expect(later.installments.map(\.interest) == whole.installments.dropFirst().map(\.interest))
  }
}
