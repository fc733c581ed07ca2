/// The plan that follows when principal is paid ahead.
///
/// It goes on in the running period. Interest of the days that have passed was earned on the old
/// balance: what the new plan counts for them on the lower one is taken off, and what is owed of it
/// is carried into the next installment, so that nothing is forgiven or charged twice.
struct PlanAhead {
  private let state: LoanState
  private let old: LoanPlan
  private let split: RepaymentSplit
  private let date: BookDate
  /// The installments that are still to come.
  private let future: [Installment]
  private let left: Rupiah
  private var isBullet: Bool { old.terms.method == .bullet }
  private var grace: Int { isBullet ? 0 : future.prefix { $0.principal.isZero }.count }

  /// What a payment leaves to be planned anew.
  ///
  /// - Throws: `loan.settlementAmount` where it leaves nothing.
  init(
    _ state: LoanState, _ old: LoanPlan, _ split: RepaymentSplit, on date: BookDate
  ) throws(LedgerError) {
    self.state = state
    self.old = old
    self.split = split
    self.date = date
    future = Array(old.installments.dropFirst(try old.ripe(on: date)))
    left = try state.outstanding - split.total(.principal)
    guard !future.isEmpty, left.isPositive else {
      var given = Rupiah.zero
      for part in split.parts { try given += part.amount }
      throw .loanSettlementAmount(
        state.loan.number, given: given, needed: try state.settlementQuote(asOf: date).total,
        on: date)
    }
  }

  /// The plan.
  ///
  /// - Throws: `loan.planUnroundable`, `amount.overflow`.
  func made() throws(LedgerError) -> NewPlan {
    guard state.terms.prepayment.keepsInstallment, !isBullet else {
      return try longest(future.count)
    }
    if old.terms.method == .fixedPrice { return try longest(try fewest()) }
    if let kept = try keepingInstallment() { return try new(kept) }
    return try longest(future.count)
  }

  private func period() throws(LedgerError) -> (start: BookDate, due: BookDate) {
    try old.period(of: future[0].number)
  }

  private func plan(_ count: Int, installment: Rupiah? = nil) throws(LedgerError) -> InstallmentPlan
  {
    let period = try period()
    var terms = old.terms
    // What is left of the grace stays; a bullet has its principal at the end anyway.
    terms.principalGrace = grace
    if terms.rate.basis == .term { terms.rateCount = state.agreed.count }
    terms.count = count
    terms.installment = installment
    return try InstallmentPlan(
      terms, principal: left, disbursedOn: period.start, firstDue: period.due)
  }

  /// The longest plan of at most so many installments that can be rounded as asked.
  private func longest(_ count: Int) throws(LedgerError) -> NewPlan {
    for count in stride(from: count, to: grace + 1, by: -1) {
      if let found = try? plan(count) { return try new(found) }
    }
    return try new(plan(grace + 1))
  }

  /// What the first installment with principal asks for by itself.
  private func usual() throws(LedgerError) -> Rupiah {
    let carried = future[grace].number == 1 ? old.carried.interest : .zero
    return try future[grace].bare() - carried
  }

  /// The fewest installments that are no larger than the one that was due next.
  private func fewest() throws(LedgerError) -> Int {
    let usual = try usual()
    var (low, high) = (grace + 1, future.count)
    while low < high {
      let middle = (low + high) / 2
      let first = try? plan(middle).installments[grace].bare()
      if let first, first <= usual { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The agreed installment as often as it takes, and a smaller one at the end; nil where it cannot
  /// be rounded as asked.
  private func keepingInstallment() throws(LedgerError) -> InstallmentPlan? {
    let isLevel = old.terms.method == .annuity
    let agreed =
      if let kept = old.terms.installment {
        kept
      } else if isLevel {
        try usual()
      } else {
        future[grace].principal
      }
    var (low, high) = (grace + 1, future.count)
    while low <= high {
      let middle = (low + high) / 2
      guard let found = try? plan(middle, installment: agreed), let last = found.installments.last
      else {
        // Everything is repaid before its last installment.
        high = middle - 1
        continue
      }
      let most =
        isLevel
        ? agreed
        : try old.terms.installmentRounding.round(
          Int128((try agreed + last.interest).sen), over: 1)
      if try last.bare() <= most { return found }
      low = middle + 1
    }
    return nil
  }

  /// What the plan takes over.
  private func new(_ plan: InstallmentPlan) throws(LedgerError) -> NewPlan {
    let period = try period()
    let whole = period.start.days(until: period.due)
    let passed = max(0, min(whole, period.start.days(until: date)))
    let onLower = try Rounding.rupiah.round(
      Int128(plan.installments[0].interest.sen) * Int128(passed), over: Int128(whole))
    let earned = try old.progress(asOf: date, daysUpTo: date).interestOwed(after: state.payments)
    let advance = try old.progress(asOf: date).advanceLeft()
    // What was cut for periods that have not begun, and that the lower balance does not cost.
    let returned =
      state.terms.settlement.returnsAdvance
      ? min(
        advance,
        try
          (old.advanceNotBegun(on: date)
          - plan.notBegun(
            of: plan.interestInAdvance, on: date, hasBegun: period.start < date)).orZero) : .zero
    var new = NewPlan(
      plan: plan,
      carried: try CarriedOver(
        lateFee: .zero, interestOwed: earned - split.total(.interest) - onLower,
        administrationOwed: old.administrationOwed(
          after: state.payments, on: date) - split.total(.administration)
      ).counting(onTime: state.onTime(with: split, on: date)),
      advance: try advance - returned)
    new.returned = returned
    return new
  }
}
