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
  let newPlan: InstallmentPlan?

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
    let amount = try amount ?? PlannedRepayment.usual(position, loan.number)
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

  /// What is paid when no amount is named: all that is due, or the next installment.
  private static func usual(_ position: LoanPosition, _ number: String) throws -> Rupiah {
    let due = try position.totalDue()
    if due.isPositive { return due }
    guard let next = position.open.first else { throw LedgerError.loanNothingDue(number) }
    return try next.principal + next.interest
  }

  /// A new plan for what is owed after principal was paid ahead; the running period's interest is
  /// counted on the lower balance.
  private static func planAhead(
    _ record: LoanRecord, _ position: LoanPosition, _ split: RepaymentSplit, on date: BookDate
  ) throws -> InstallmentPlan {
    let future = position.open.dropFirst(position.due.count)
    let left = try position.outstanding() - split.total(.principal)
    guard let next = future.first, left.isPositive else {
      let quote = try record.settlementQuote(asOf: date)
      throw LedgerError.loanSettlementAmount(
        record.loan.number, given: try split.parts.reduce(Rupiah.zero) { try $0 + $1.amount },
        needed: quote.total)
    }
    var terms = record.terms.plan
    terms.principalGrace = 0
    func plan(_ count: Int) throws -> InstallmentPlan {
      terms.count = count
      return try InstallmentPlan(
        terms, principal: left, disbursedOn: record.periodStart(asOf: date),
        firstDue: next.installment.due)
    }
    guard record.terms.prepayment == .fewerInstallments else { return try plan(future.count) }
    // The fewest installments that are no larger than the one that was due next.
    var (low, high) = (1, future.count)
    while low < high {
      let middle = (low + high) / 2
      let isEnough = (try? plan(middle)).map { $0.installments[0].total <= next.installment.total }
      if isEnough ?? false { high = middle } else { low = middle + 1 }
    }
    return try plan(low)
  }
}

extension LoanRecord {
  /// The accounts that the posting rules touch; nil before the loan was paid out.
  var postingAccounts: PostingRules.LoanAccounts? {
    accounts.map { accounts in
      PostingRules.LoanAccounts(
        principal: accounts.principal, interest: accounts.interest, lateFee: accounts.lateFee,
        interestIncome: product.accounts.interestIncome,
        lateFeeIncome: product.accounts.lateFeeIncome)
    }
  }

  /// What it takes to settle the loan on a day.
  func settlementQuote(asOf date: BookDate) throws(LedgerError) -> SettlementQuote {
    try SettlementQuote(
      position(asOf: date, countingLater: true), periodStart: periodStart(asOf: date),
      rule: terms.settlement)
  }
}
