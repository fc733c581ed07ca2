import KSPCore

/// How a payment on a loan is made.
struct RepaymentWay {
  var date: BookDate
  /// The savings account that pays; nil for cash.
  var payer: AccountCode?
  var note: EntryNote
}

/// What a payment does to one loan, worked out before anything is stored.
struct PlannedRepayment {
  let record: LoanRecord
  let split: RepaymentSplit
  /// The legs on the loan's accounts and its income, without the payer's.
  let postings: [Posting]
  /// The plan that takes the old one's place when principal is paid ahead.
  let newPlan: NewPlan?

  /// Works out a payment.
  ///
  /// - Throws: `loan.notAtStep` unless the loan is running, `loan.dateTooEarly` before its plan
  ///   began, `loan.nothingDue`, `loan.settlementAmount` when all principal would be paid ahead.
  init(_ record: LoanRecord, amount: Rupiah?, on date: BookDate) throws {
    let loan = record.loan
    guard loan.status == .running, let plan = record.plan, let accounts = record.postingAccounts
    else { throw LedgerError.loanNotAtStep(loan.number, is: loan.status) }
    guard date >= plan.startedOn else {
      throw LedgerError.loanDateTooEarly(loan.number, date, since: plan.startedOn)
    }
    let position = try record.position(asOf: date, countingLater: true)
    let amount = try amount ?? PlannedRepayment.usual(position, loan)
    split = try RepaymentSplit(
      amount, position: position, order: loan.terms.allocation,
      prepayment: loan.terms.prepayment)
    let parts = try (
      lateFee: split.total(.lateFee), interest: split.total(.interest),
      principal: split.total(.principal)
    )
    let isOnReceipt = loan.terms.recognition == .onReceipt
    postings = try PostingRules.repayment(
      parts,
      recognised: (
        lateFee: isOnReceipt ? parts.lateFee : .zero,
        interest: isOnReceipt ? parts.interest : .zero
      ),
      loan: accounts)
    newPlan =
      split.principalAhead.isPositive
      ? try PlannedRepayment.planAhead(record, position, split, on: date) : nil
    self.record = record
  }

  /// What is paid when no amount is named: all that is due; when nothing is, the next installment,
  /// where the product lets it be paid ahead.
  private static func usual(_ position: LoanPosition, _ loan: Loan) throws -> Rupiah {
    let due = try position.totalDue()
    if due.isPositive { return due }
    guard case .nextInstallments = loan.terms.prepayment, let next = position.open.first else {
      throw LedgerError.loanNothingDue(loan.number)
    }
    return try next.principal + next.interest
  }

  /// A new plan for what is owed after principal was paid ahead; the running period's interest is
  /// counted on the lower balance. Interest carried into that period, paid ahead or cut in advance
  /// goes on with it.
  private static func planAhead(
    _ record: LoanRecord, _ position: LoanPosition, _ split: RepaymentSplit, on date: BookDate
  ) throws -> NewPlan {
    guard let old = record.plan else { throw LedgerError.loanUnknown(record.loan.number) }
    let future = Array(old.installments.dropFirst(position.fallenDue))
    let left = try position.outstanding() - split.total(.principal)
    guard let next = future.first, left.isPositive else {
      let quote = try record.settlementQuote(asOf: date)
      throw LedgerError.loanSettlementAmount(
        record.loan.number, given: try split.parts.reduce(Rupiah.zero) { try $0 + $1.amount },
        needed: quote.total)
    }
    let period = try old.period(of: next.number)
    let progress = try old.progress(asOf: date)
    let carried = try CarriedOver(
      lateFee: .zero,
      interestOwed: progress.interestOwed(after: record.payments) - split.total(.interest))
    var terms = old.terms
    // What is left of the grace stays; a bullet has its principal at the end anyway.
    let isBullet = terms.method == .bullet
    let grace = isBullet ? 0 : future.prefix { $0.principal.isZero }.count
    terms.principalGrace = grace
    func plan(_ count: Int) throws -> InstallmentPlan {
      terms.count = count
      return try InstallmentPlan(
        terms, principal: left, disbursedOn: period.start, firstDue: period.due)
    }
    /// The longest plan of at most so many installments that can be rounded as asked.
    func longest(_ count: Int) throws -> NewPlan {
      for count in stride(from: count, to: grace + 1, by: -1) {
        if let found = try? plan(count) { return try new(found) }
      }
      return try new(plan(grace + 1))
    }
    func new(_ plan: InstallmentPlan) throws -> NewPlan {
      NewPlan(plan: plan, carried: carried, advance: try progress.advanceLeft())
    }
    guard record.terms.prepayment == .fewerInstallments, !isBullet else {
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
