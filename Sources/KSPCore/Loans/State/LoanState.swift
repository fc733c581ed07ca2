/// Where a loan is in its life, with everything that decides what is owed: a function of its terms,
/// its steps, and its payments in the order of book date and number.
///
/// Posting, rehearsal, explanation, verification and reports all stand on it. It knows no database:
/// the same facts make the same state, however they came together.
package struct LoanState: Hashable, Sendable {
  /// What it follows from.
  package let facts: LoanFacts
  /// The loan, with the terms of the plan in force and what has become of it.
  package let loan: Loan
  /// Since the plan began, by date; payments that were reversed are not among them.
  package let payments: [LoanPayment]
  /// The principal that is owed.
  package let outstanding: Rupiah
  /// The day of the last step or plan.
  package let lastDate: BookDate

  /// Works out the state at the end of a day; without one, with everything that is booked.
  ///
  /// - Throws: `amount.overflow`.
  package init(_ facts: LoanFacts, asOf date: BookDate = .latest) throws(LedgerError) {
    let contract = facts.contract
    var terms = contract.shared
    if let plan = facts.plan, plan.terms != terms.terms.plan {
      var changed = terms.terms
      changed.plan = plan.terms
      terms = SharedTerms(changed)
    }
    let payments = try facts.payments(through: date)
    let isLater = facts.steps.contains { $0.date > date }
    let steps = isLater ? facts.steps.filter { $0.date <= date } : facts.steps
    var outstanding = facts.plan?.principal ?? .zero
    for payment in payments { outstanding = try outstanding - payment.principal }
    let last = steps.last { $0.kind.changesStatus }?.kind
    let isWrittenOff = last?.isWrittenOff ?? false
    if isWrittenOff { outstanding = .zero }
    var lastDate = facts.plan?.startedOn ?? contract.appliedOn
    for step in steps where step.kind.changesStatus { lastDate = max(lastDate, step.date) }
    let isPaidBack =
      outstanding.isZero && !isWrittenOff
      ? try LoanState.hasNothingLeft(facts.plan, payments, terms.terms.lateFee) : false
    self.facts = facts
    self.payments = payments
    self.outstanding = outstanding
    self.lastDate = max(lastDate, contract.appliedOn)
    loan = Loan(
      number: contract.number, memberNumber: contract.memberNumber,
      memberName: contract.memberName, product: contract.product, sharing: terms,
      principal: contract.principal, appliedOn: contract.appliedOn,
      disbursedOn: steps.last { $0.paidOutOn != nil }?.paidOutOn,
      status: LoanState.status(
        after: last, isPaidBack: isPaidBack, isToCome: date < contract.appliedOn))
  }

  /// What has become of a loan. Nothing has happened before the application, or when a takeover was
  /// reversed.
  private static func status(
    after last: Loan.Step?, isPaidBack: Bool, isToCome: Bool
  ) -> Loan.Status {
    switch last {
    case nil: isToCome ? .applied : .cancelled
    case .applied, .changed: .applied
    case .withdrawn: .withdrawn
    case .approved: .approved
    case .rejected: .rejected
    case .writtenOff, .recovered: .writtenOff
    case .settled: .settled
    case .disbursed, .opening, .rescheduled, .waived, .secured, .released:
      isPaidBack ? .settled : .running
    }
  }

  /// Whether late fees can be owed: by a rule, or taken over by the plan.
  package var mayOweLateFees: Bool {
    loan.terms.lateFee != nil || facts.plan?.carried.lateFee.isPositive ?? false
  }

  /// Whether nothing is left to pay: no installment, and no late fee either.
  private static func hasNothingLeft(
    _ plan: LoanPlan?, _ payments: [LoanPayment], _ rule: LateFeeRule?
  ) throws(LedgerError) -> Bool {
    guard let plan else { return false }
    func position(_ rule: LateFeeRule?) throws(LedgerError) -> LoanPosition {
      try LoanPosition(
        installments: plan.installments, payments: payments, carried: plan.carried,
        startedOn: plan.startedOn, rule: rule, asOf: .latest)
    }
    // Late fees end with the last installment; before that they would be counted for ever.
    guard try position(nil).open.isEmpty else { return false }
    return try position(rule).lateFee.isZero
  }

  // MARK: - What it says

  /// The terms in force.
  package var terms: LoanTerms { loan.terms }

  /// The plan that was agreed on when the loan was applied for.
  package var agreed: PlanTerms { facts.contract.terms.plan }

  /// The plan in force; nil before it was paid out.
  package var plan: LoanPlan? { facts.plan }

  /// The accounts that the posting rules touch; nil before the loan was paid out.
  package var accounts: PostingRules.LoanAccounts? { facts.accounts }

  /// The day of the last thing that happened to it, payments included.
  package var lastEvent: BookDate { max(lastDate, payments.last?.date ?? lastDate) }

  /// Whether an act ended it, a settlement or a write-off, and not its last payment.
  package var isEndedByAct: Bool {
    let last = facts.steps.last { $0.kind.changesStatus }?.kind
    return last == .settled || last?.isWrittenOff == true
  }

  /// The day on which nothing more was owed: when it was written off, or else its last event.
  package var endedOn: BookDate {
    facts.steps.last { $0.kind == .writtenOff }?.date ?? lastEvent
  }

  /// Where the loan stands on a day.
  ///
  /// - Parameters:
  ///   - date: The day.
  ///   - countingLater: Whether payments after the day settle installments too, as when one is
  ///     dated back.
  /// - Returns: The position.
  /// - Throws: `amount.overflow`; `invariant.broken` of a plan that was read for its dues alone.
  package func position(
    asOf date: BookDate, countingLater: Bool = false
  ) throws(LedgerError) -> LoanPosition {
    guard plan?.isWhole ?? true else { throw .invariantBroken("\(loan.number): rows") }
    return try LoanPosition(
      installments: plan?.installments ?? [], payments: payments,
      carried: plan?.carried ?? .nothing, startedOn: plan?.startedOn, rule: terms.lateFee,
      asOf: date, countsLater: countingLater)
  }

  /// The oldest installment that all payments leave open; nil where none is.
  ///
  /// - Throws: `amount.overflow`.
  package func nextOpen() throws(LedgerError) -> LoanPosition.Open? {
    guard let plan else { return nil }
    var paid = PaidSums(plan.carried)
    for payment in payments { try paid.add(payment) }
    for installment in plan.installments {
      if let open = try paid.settle(installment) { return open }
    }
    return nil
  }

  /// Where it stands as far as anything is owed: nothing is before it was paid out, and after it
  /// was paid back or written off.
  ///
  /// - Throws: `amount.overflow`.
  package func owedPosition(asOf date: BookDate) throws(LedgerError) -> LoanPosition {
    guard loan.status == .running else {
      return try LoanPosition(installments: [], payments: [], rule: nil, asOf: date)
    }
    return try position(asOf: date)
  }

  /// What of it has fallen due and is unpaid, as far as anything is owed.
  ///
  /// - Parameters:
  ///   - date: The day.
  ///   - countingLater: Whether payments after the day settle installments too.
  /// - Returns: What is due.
  /// - Throws: `amount.overflow`.
  package func owedDues(
    asOf date: BookDate, countingLater: Bool = false
  ) throws(LedgerError) -> LoanDues {
    guard loan.status == .running, let plan else { return try .nothing(asOf: date) }
    return try LoanDues(
      plan, payments: payments, outstanding: outstanding, rule: terms.lateFee, asOf: date,
      countsLater: countingLater)
  }

  /// What it takes to settle the loan on a day.
  ///
  /// - Throws: `amount.overflow`, `date.unreadable` beyond the calendar.
  package func settlementQuote(asOf date: BookDate) throws(LedgerError) -> SettlementQuote {
    try settlementQuote(position(asOf: date, countingLater: true))
  }

  /// The same on the day of a position in which all payments count.
  ///
  /// - Throws: As ``settlementQuote(asOf:)``.
  func settlementQuote(_ position: LoanPosition) throws(LedgerError) -> SettlementQuote {
    let date = position.asOf
    var earned = SettlementQuote.Earned.nothing
    if let plan {
      let running = try plan.progress(asOf: date, daysUpTo: date).running()
      earned = SettlementQuote.Earned(
        number: running.number,
        carried: position.fallenDue == 0 ? plan.carried.owed : LoanParts(),
        byDays: running.byDays)
    }
    let advance =
      terms.settlement.returnsAdvance ? try plan?.advanceNotBegun(on: date) ?? .zero : .zero
    return try SettlementQuote(
      position, earned: earned, advance: advance, rule: terms.settlement)
  }

  // MARK: - What it allows

  /// The plan and the accounts of a loan that is paid out and owed.
  ///
  /// - Throws: `loan.notAtStep` for any other loan.
  package func running() throws(LedgerError) -> (
    plan: LoanPlan, accounts: PostingRules.LoanAccounts
  ) {
    guard loan.status == .running, let plan, let accounts else {
      throw .loanNotAtStep(loan.number, is: loan.status)
    }
    return (plan, accounts)
  }

  /// The plan and the accounts of a loan that takes a payment on a day.
  ///
  /// One that was paid back by later payments takes an earlier one: they then settle something
  /// else, or are left over.
  ///
  /// - Throws: `loan.laterStep` where something that ended the loan lies between, `loan.laterPlan`
  ///   before the plan in force began, `loan.notAtStep` for any other loan that is not running.
  package func payable(on date: BookDate) throws(LedgerError) -> (
    plan: LoanPlan, accounts: PostingRules.LoanAccounts
  ) {
    let last = facts.steps.last
    let isLate = payments.last.map { date < $0.date } ?? false
    if let plan, let accounts,
      loan.status == .running || (loan.status == .settled && last?.kind != .settled && isLate)
    {
      guard date >= plan.startedOn else {
        throw plan.version == 1
          ? .loanDateTooEarly(loan.number, date, since: plan.startedOn)
          : .loanPlanSince(loan.number, date, plan: plan.startedOn, by: plan.entry)
      }
      return (plan, accounts)
    }
    if let last, last.date > date, last.kind == .settled || last.kind.isWrittenOff {
      throw .loanLaterStep(loan.number, date, loan.status, on: last.date)
    }
    throw .loanNotAtStep(loan.number, is: loan.status)
  }

  /// Refuses a day before a step of the loan.
  ///
  /// - Throws: `loan.dateTooEarly`.
  package func requireNotBefore(_ date: BookDate) throws(LedgerError) {
    guard date >= lastDate else {
      throw .loanDateTooEarly(loan.number, date, since: lastDate)
    }
  }

  /// Refuses a day before anything that happened to the loan, payments included.
  ///
  /// - Throws: `loan.dateTooEarly`.
  package func requireLast(_ date: BookDate) throws(LedgerError) {
    guard date >= lastEvent else {
      throw .loanDateTooEarly(loan.number, date, since: lastEvent)
    }
  }
}
