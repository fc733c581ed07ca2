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

  /// What the books hold of the interest and late fees of a loan that a month end makes income.
  package struct Books: Sendable {
    /// What its interest receivable holds, with everything that is booked.
    package let interest: Rupiah
    /// What its late fees receivable holds.
    package let lateFee: Rupiah
    /// Where interest waits that is not income yet.
    package let unearned: AccountID

    /// What the receivables hold, and where interest waits.
    package init(interest: Rupiah, lateFee: Rupiah, unearned: AccountID) {
      self.interest = interest
      self.lateFee = lateFee
      self.unearned = unearned
    }

    /// How much of a payment the receivables do not hold, because no month end has booked it yet.
    fileprivate func ahead(of parts: LoanParts) throws(LedgerError) -> LoanParts {
      LoanParts(
        lateFee: try (parts.lateFee - lateFee.orZero).orZero,
        interest: try (parts.interest - interest.orZero).orZero)
    }
  }

  /// Works out a payment.
  ///
  /// - Parameters:
  ///   - state: The loan, with everything that is booked.
  ///   - amount: The payment; nil for what is due, or when nothing is for the installment whose
  ///     period has begun.
  ///   - date: The day on which it counts; payments of later days may be booked already, and are
  ///     divided again after it.
  ///   - said: What it settles, where the payer says so.
  ///   - choices: What was decided about it.
  ///   - books: What the books hold of its interest and late fees; nil where they are income when
  ///     they are received, or where nothing is to be booked.
  ///   - position: Where it stands on the day with all payments counted, if that is known already.
  /// - Throws: As ``LoanState/payable(on:)``, `loan.nothingDue`, `loan.wouldSettle`,
  ///   `loan.overpaid`, `loan.settlementAmount` when all principal would be paid ahead,
  ///   `loan.partTooLarge`.
  package init(
    _ state: LoanState, amount: Rupiah?, on date: BookDate, said: LoanParts? = nil,
    choices: RepaymentChoices = .decided, books: Books? = nil, position: LoanPosition? = nil
  ) throws(LedgerError) {
    let (plan, accounts) = try state.payable(on: date)
    let loan = state.loan
    let all =
      if let position { position } else { try state.position(asOf: date, countingLater: true) }
    let split: RepaymentSplit
    if let said {
      split = try RepaymentSplit(said, amount: amount, position: all, of: loan)
    } else {
      let paid = if let amount { amount } else { try Repayment.usual(all, plan, loan, on: date) }
      try choices.require(paid, all, state, plan)
      // Where nothing lies after the payment, what it finds settled is all that is.
      split = try RepaymentSplit(
        paid, under: loan.terms, plan, after: state.settled(by: date), on: date,
        position: state.facts.credits.contains { $0.date > date } ? nil : all)
    }
    let parts = try split.sums()
    if let books {
      let ahead = try books.ahead(of: parts)
      postings = try PostingRules.repayment(
        parts, recognised: LoanParts(lateFee: ahead.lateFee),
        ahead: (ahead.interest, books.unearned), loan: accounts)
    } else {
      postings = try PostingRules.repayment(
        parts, recognised: loan.terms.earnsOnReceipt ? parts : LoanParts(), loan: accounts)
    }
    // A new plan stands on the payments before it, so none may lie after it.
    if split.principalAhead.isPositive, let last = state.payments.last?.date, last > date {
      throw .loanDateTooEarly(loan.number, date, since: last)
    }
    newPlan =
      split.principalAhead.isPositive
      ? try PlanAhead(state, plan, split, on: date).made() : nil
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
      return try state.paying(split.sums(), on: date, entry)
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
  /// where the product lets it be paid ahead and its period has begun. One typed twice is not paid
  /// twice.
  private static func usual(
    _ position: LoanPosition, _ plan: LoanPlan, _ loan: Loan, on date: BookDate
  ) throws(LedgerError) -> Rupiah {
    let due = position.totalDue
    if due.isPositive { return due }
    let next = position.open.first
    guard case .nextInstallments = loan.terms.prepayment, let next,
      next.installment.number == 1 || plan.installments[next.installment.number - 2].due <= date
    else { throw .loanNothingDue(loan.number, next: next) }
    return next.total
  }
}
