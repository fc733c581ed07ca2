/// What a payment does to one loan, worked out before anything is stored (angsuran).
///
/// It is read from a state, and written as legs and perhaps a plan; the state that it leaves
/// follows without the book being read again.
package struct Repayment: Sendable {
  /// The loan before it.
  package let state: LoanState
  /// The day on which it counts.
  package let date: BookDate
  /// What it settles.
  package let split: RepaymentSplit
  /// The legs on the loan's accounts and its income, without the payer's.
  package let postings: [Posting]
  /// The plan that takes the old one's place when principal is paid ahead.
  package let newPlan: NewPlan?
  /// Whether the payer said what it settles.
  package let isKept: Bool

  /// Works out a payment.
  ///
  /// - Parameters:
  ///   - state: The loan, with everything that is booked.
  ///   - amount: The payment; nil for what is due, or the next installment when nothing is.
  ///   - date: The day on which it counts; payments of later days may be booked already, and are
  ///     divided again after it.
  ///   - said: What it settles, where the payer says so.
  /// - Throws: As ``LoanState/payable(on:)``, `loan.nothingDue`, `loan.settlementAmount` when all
  ///   principal would be paid ahead, `loan.partTooLarge`.
  package init(
    _ state: LoanState, amount: Rupiah?, on date: BookDate, said: LoanParts? = nil
  ) throws(LedgerError) {
    let (plan, accounts) = try state.payable(on: date)
    let loan = state.loan
    let position = try state.position(asOf: date)
    let split: RepaymentSplit
    if let said {
      let all = try state.position(asOf: date, countingLater: true)
      split = try RepaymentSplit(said, amount: amount, position: all, of: loan)
    } else {
      let paid: Rupiah
      if let amount {
        paid = amount
      } else {
        paid = try Repayment.usual(state.position(asOf: date, countingLater: true), loan)
      }
      split = try RepaymentSplit(
        paid, position: position, order: loan.terms.allocation,
        prepayment: loan.terms.prepayment)
    }
    let parts = try (
      lateFee: split.total(.lateFee), interest: split.total(.interest),
      principal: split.total(.principal)
    )
    let isOnReceipt = loan.terms.earnsOnReceipt
    postings = try PostingRules.repayment(
      parts,
      recognised: (
        lateFee: isOnReceipt ? parts.lateFee : .zero,
        interest: isOnReceipt ? parts.interest : .zero
      ),
      loan: accounts)
    // A new plan stands on the payments before it, so none may lie after it.
    if split.principalAhead.isPositive, let last = state.payments.last?.date, last > date {
      throw .loanDateTooEarly(loan.number, date, since: last)
    }
    newPlan =
      split.principalAhead.isPositive
      ? try Repayment.planAhead(state, plan, position, split, on: date) : nil
    self.state = state
    self.date = date
    self.split = split
    isKept = said != nil
  }

  /// Whether payments of later days are booked already, which are to be divided again after it.
  package var isLate: Bool {
    state.facts.credits.contains { $0.date > date }
      || state.facts.handling.values.contains { $0.date > date }
  }

  /// What the payer pays.
  ///
  /// - Throws: `amount.overflow`.
  package func paid() throws(LedgerError) -> Rupiah {
    var sum = split.rest
    for part in split.parts { try sum += part.amount }
    return sum
  }

  /// The loan as the payment leaves it once it is booked.
  ///
  /// - Throws: `amount.overflow`.
  package func after(_ entry: EntryNumber) throws(LedgerError) -> LoanState {
    guard let newPlan else {
      return try state.paying(
        (
          lateFee: split.total(.lateFee), interest: split.total(.interest),
          principal: split.total(.principal)
        ), on: date, entry)
    }
    // Payments on the plan before do not count under the new one.
    var facts = state.facts
    facts.plan = try LoanPlan(
      newPlan, version: (state.plan?.version ?? 0) + 1, startedOn: date, entry: entry,
      afterEntry: entry.value)
    facts.credits = []
    return try LoanState(facts)
  }

  /// What is paid when no amount is named: all that is due; when nothing is, the next installment,
  /// where the product lets it be paid ahead.
  private static func usual(
    _ position: LoanPosition, _ loan: Loan
  ) throws(LedgerError) -> Rupiah {
    let due = position.totalDue
    if due.isPositive { return due }
    guard case .nextInstallments = loan.terms.prepayment, let next = position.open.first else {
      throw .loanNothingDue(loan.number)
    }
    return next.total
  }

  /// A new plan for what is owed after principal was paid ahead; the running period's interest is
  /// counted on the lower balance. Interest carried into that period, paid ahead or cut in advance
  /// goes on with it.
  private static func planAhead(
    _ state: LoanState, _ old: LoanPlan, _ position: LoanPosition, _ split: RepaymentSplit,
    on date: BookDate
  ) throws(LedgerError) -> NewPlan {
    let future = Array(old.installments.dropFirst(position.fallenDue))
    let left = try position.outstanding - split.total(.principal)
    guard let next = future.first, left.isPositive else {
      let quote = try state.settlementQuote(asOf: date)
      var given = Rupiah.zero
      for part in split.parts { try given += part.amount }
      throw .loanSettlementAmount(state.loan.number, given: given, needed: quote.total)
    }
    let period = try old.period(of: next.number)
    let progress = try old.progress(asOf: date)
    let carried = try CarriedOver(
      lateFee: .zero,
      interestOwed: progress.interestOwed(after: state.payments) - split.total(.interest))
    var terms = old.terms
    // What is left of the grace stays; a bullet has its principal at the end anyway.
    let isBullet = terms.method == .bullet
    let grace = isBullet ? 0 : future.prefix { $0.principal.isZero }.count
    terms.principalGrace = grace
    func plan(_ count: Int) throws(LedgerError) -> InstallmentPlan {
      terms.count = count
      return try InstallmentPlan(
        terms, principal: left, disbursedOn: period.start, firstDue: period.due)
    }
    /// The longest plan of at most so many installments that can be rounded as asked.
    func longest(_ count: Int) throws(LedgerError) -> NewPlan {
      for count in stride(from: count, to: grace + 1, by: -1) {
        if let found = try? plan(count) { return try new(found) }
      }
      return try new(plan(grace + 1))
    }
    func new(_ plan: InstallmentPlan) throws(LedgerError) -> NewPlan {
      NewPlan(plan: plan, carried: carried, advance: try progress.advanceLeft())
    }
    guard state.terms.prepayment == .fewerInstallments, !isBullet else {
      return try longest(future.count)
    }
    // The fewest installments that are no larger than the one that was due next, by itself.
    let usual = try future[grace].total - (grace == 0 ? progress.running().carried : .zero)
    var (low, high) = (grace + 1, future.count)
    while low < high {
      let middle = (low + high) / 2
      let isEnough = (try? plan(middle)).map { $0.installments[grace].total <= usual }
      if isEnough ?? false { high = middle } else { low = middle + 1 }
    }
    return try longest(low)
  }
}
