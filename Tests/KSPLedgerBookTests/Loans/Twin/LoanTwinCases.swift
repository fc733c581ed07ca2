import KSPCore
import KSPTestSupport

/// Random loans for the twin books. What a card cannot tell of the past is left out: how a charge on
/// the arrears was rounded day by day before.
struct LoanTwinCases {
  var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: 0..<values.count, using: &random)]
  }

  /// A loan of 2025 whose plan can be made.
  mutating func example() throws -> LoanTwin.Example {
    while true {
      let terms = try terms()
      let principal = Rupiah(sen: Int64.random(in: 20...400, using: &random) * 10_000_000)
      let day = try day("2025-01-03").adding(days: Int.random(in: 0..<200, using: &random))
      let firstDue =
        Int.random(in: 0..<4, using: &random) == 0
        ? try day.adding(days: Int.random(in: 10...40, using: &random)) : nil
      let plan = try? InstallmentPlan(
        terms.plan, principal: principal, disbursedOn: day, firstDue: firstDue)
      guard plan != nil else { continue }
      return LoanTwin.Example(
        terms: terms, principal: principal, disbursedOn: day, firstDue: firstDue)
    }
  }

  private mutating func terms() throws -> LoanTerms {
    let method = pick(LoanMethod.allCases)
    var due: [InterestDue] = [.eachInstallment, .eachInstallment]
    if method == .bullet { due.append(.atEnd) }
    if method != .annuity, method != .fixedPrice { due.append(.inAdvance) }
    let interval = try pick([
      .monthly, .monthly, .monthly, InstallmentInterval(.week, count: 1),
      InstallmentInterval(.day, count: 10), InstallmentInterval(.month, count: 2),
    ])
    let count = Int.random(in: 3...30, using: &random)
    let rate = try pick([
      Rate(billionths: 15_000_000, per: .month), Rate(billionths: 7_300_000, per: .month),
      Rate(billionths: 180_000_000, per: .year), Rate.zero,
    ])
    let plan = PlanTerms(
      method: method, rate: rate, count: count, interval: interval,
      dayCount: pick(LoanDayCount.allCases), interestDue: pick(due),
      principalGrace: pick([0, 0, 0, min(2, count - 1)]),
      installmentRounding: try pick([.rupiah, Rounding(.up, to: 1_000), Rounding(.halfUp, to: 500)]
      ),
      shift: pick([.none, DueDateShift(.nextWorkingDay)]),
      administration: pick([.nothing, .fixed(1_250), .roundingUp(to: 5_000)]))
    return LoanTerms(
      effectiveFrom: try month("2025-01"), plan: plan, lateFee: lateFee(),
      allocation: pick([
        [.lateFee, .interest, .principal], [.interest, .principal, .lateFee],
        [.principal, .interest, .lateFee],
      ]),
      prepayment: pick([
        .nextInstallments, .nextInstallments, .savings(product: "sukarela"), .fewerInstallments,
        .smallerInstallments, .interestFirst,
      ]),
      settlement: SettlementRule(
        interest: pick([.none, .elapsedDays, .installments(2), .all]),
        penalty: pick([.zero, .percent("1")]), returnsAdvance: pick([true, false])),
      recognition: pick(LoanTerms.Recognition.allCases),
      collectibility: pick(CollectibilityProfile.all).code,
      provision: pick(ProvisionTable.all).code)
  }

  private mutating func lateFee() -> LateFeeRule? {
    switch Int.random(in: 0..<4, using: &random) {
    case 0: nil
    case 1:
      LateFeeRule(
        base: .installment, charge: .share(.percent("0.137")),
        period: pick(LateFeeRule.Period.allCases), graceDays: pick([0, 3]),
        cap: pick([nil, .percent("5")]))
    case 2:
      LateFeeRule(
        base: .arrears, charge: .fixed(2_500), period: pick(LateFeeRule.Period.allCases),
        graceDays: pick([0, 5]), cap: pick([nil, .percent("10")]))
    default: LateFeeRule(base: .outstanding, charge: .fixed(1_000), period: .day)
    }
  }
}
