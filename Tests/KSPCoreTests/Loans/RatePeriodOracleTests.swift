import KSPCore
import KSPTestSupport
import Testing

/// What rates by the day, by the week and for the whole term come to in every installment, beside
/// fractions that are worked out by themselves.
@Suite struct RatePeriodOracleTests {
  /// A fraction, reduced.
  private struct Fraction {
    let top, bottom: Int128

    init(_ top: Int128, _ bottom: Int128) {
      var (left, right) = (top, bottom)
      while right != 0 { (left, right) = (right, left % right) }
      (self.top, self.bottom) = (top / max(left, 1), bottom / max(left, 1))
    }

    /// The nearest multiple of a step, halves up.
    func nearest(_ step: Int128) -> Int128 {
      let (whole, rest) = top.quotientAndRemainder(dividingBy: bottom * step)
      return (whole + (rest * 2 >= bottom * step ? 1 : 0)) * step
    }
  }

  /// The days of every period as the trade counts them: months of thirty days, or the real ones.
  private func days(_ plan: InstallmentPlan, _ terms: PlanTerms) throws -> [Int] {
    var start = plan.disbursedOn
    return try plan.workings().map { working in
      defer { start = working.to }
      return terms.dayCount == .thirty360 && terms.interval.unit == .month
        ? 30 * terms.interval.count : start.days(until: working.to)
    }
  }

  @Test("Interest is the rate times days, weeks, or the share of the term, rounded once")
  func everyInstallment() throws {
    var random = SplitMix64(seed: 20)
    var seen: [String: Int] = [:]
    for _ in 0..<1_500 {
      func pick(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
      let basis = [Rate.Basis.day, .week, .term][pick(0...2)]
      let rate = try Rate(billionths: Int64(pick(1...400)) * 100_000, per: basis)
      let method = [LoanMethod.flat, .declining, .bullet][pick(0...2)]
      let unit = [InstallmentInterval.Unit.month, .week, .day][pick(0...2)]
      let terms = PlanTerms(
        method: method, rate: rate, count: pick(1...14),
        interval: try InstallmentInterval(unit, count: pick(1...2)),
        dayCount: LoanDayCount.allCases[pick(0...3)])
      let principal = Rupiah(sen: Int64(pick(20...900)) * 10_000_000)
      let plan = try InstallmentPlan(
        terms, principal: principal,
        disbursedOn: BookDate(parsing: "2027-11-03").adding(days: pick(0...400)))
      let days = try days(plan, terms)
      let term = days.reduce(0, +)
      var balance = Int128(principal.sen)
      for (row, length) in zip(plan.installments, days) {
        let base = method == .declining ? balance : Int128(principal.sen)
        let parts: Int128 =
          switch basis {
          case .week: 7
          case .term: Int128(term)
          default: 1
          }
        let exact = Fraction(
          base * Int128(rate.billionths) * Int128(length), 1_000_000_000 * parts)
        #expect(
          Int128(row.interest.sen) == exact.nearest(100),
          "\(terms) \(row.number): \(row.interest) of \(length) days")
        balance -= Int128(row.principal.sen)
      }
      seen["\(basis) \(method) \(unit)", default: 0] += 1
    }
    #expect(seen.count == 27 && seen.values.allSatisfy { $0 > 10 })
  }

  @Test("A whole-term rate is shared equally among months, and stays so when some are left")
  func wholeTerm() throws {
    var terms = PlanTerms(
      method: .flat, rate: try Rate(ofLoan: "20%/term"), count: 10)
    let plan = try InstallmentPlan(
      terms, principal: 10_000_000, disbursedOn: BookDate(parsing: "2026-01-31"))
    #expect(plan.installments.map(\.interest) == Array(repeating: 200_000, count: 10))
    #expect(plan.interest == 2_000_000)
    #expect(try plan.workings()[3].shares.map { [$0.days, $0.yearDays] } == [[30, 300]])
    #expect(terms.yearlyRate == .percent("24", per: .year))
    terms.rateCount = 10
    terms.count = 4
    let rest = try InstallmentPlan(
      terms, principal: 4_000_000, disbursedOn: BookDate(parsing: "2026-07-31"))
    #expect(rest.installments.map(\.interest) == Array(repeating: 80_000, count: 4))
    #expect(terms.yearlyRate == .percent("24", per: .year))
  }

  @Test("The cap is compared for a year, whatever the rate is said for")
  func caps() throws {
    for (text, count, isAbove) in [
      ("0.06%/day", 12, false), ("0.07%/day", 12, true), ("0.46%/week", 12, false),
      ("0.47%/week", 12, true), ("24%/term", 12, false), ("12%/term", 5, true),
      ("12%/term", 6, false), ("2%/month", 3, false),
    ] {
      let terms = PlanTerms(method: .flat, rate: try Rate(ofLoan: text), count: count)
      #expect(LoanTerms.warnings(of: terms).isEmpty == !isAbove, "\(text)")
    }
  }

  @Test("Savings know years and months only")
  func savings() throws {
    for text in ["0.1%/day", "2%/minggu", "20%/term"] {
      #expect(refusal { _ = try Rate(parsing: text) } == .rateUnreadable)
      let rate = try Rate(ofLoan: text)
      #expect(try Rate(ofLoan: rate.description) == rate)
      #expect(refusal { _ = try TermDepositTerms(rate: rate, tenor: 3) } == .rateUnreadable)
    }
  }
}
