/// What the end of a month finds out about one loan; preview, run and explanation stand on it.
package struct LoanFinding: Sendable {
  /// The loan at the end of the month.
  package let state: LoanState
  /// What of it is due.
  package let dues: LoanDues
  /// Its class and allowance.
  package let grade: LoanGrade
  /// How interest and late fees become income.
  package let income: LoanIncome
  /// The class that it kept a month before; nil for none.
  package let keptBefore: LoanClass?

  /// What a book holds for a loan before the month's own voucher.
  package struct Held: Sendable {
    /// In the account of its interest receivable.
    package let interest: Rupiah
    /// Of its interest that was paid and not earned a month before, among unearned income.
    package let prepaid: Rupiah
    /// In the account of its late fees receivable.
    package let lateFee: Rupiah
    /// Of the interest that was cut in advance and was not earned a month before, or was cut since.
    package let advance: Rupiah
    /// The class that it kept a month before; nil for none.
    package let keptClass: LoanClass?
    /// How much of the first two became income before the year of the month; asked for only where
    /// it is set aside.
    package var ofEarlierYears: (interest: Rupiah, lateFee: Rupiah) = (.zero, .zero)

    /// Sums that are held.
    package init(
      interest: Rupiah, prepaid: Rupiah = .zero, lateFee: Rupiah, advance: Rupiah,
      keptClass: LoanClass? = nil
    ) {
      self.keptClass = keptClass
      self.interest = interest
      self.prepaid = prepaid
      self.lateFee = lateFee
      self.advance = advance
    }
  }

  /// Finds out what a month means for a loan.
  ///
  /// - Parameters:
  ///   - state: The loan at the end of the month.
  ///   - month: The month.
  ///   - held: What the book holds for it.
  ///   - collaterals: What secures it.
  /// - Throws: `amount.overflow`, and as ``LoanGrade/init(_:_:collaterals:)``.
  package init(
    _ state: LoanState, in month: BookMonth, held: Held, collaterals: [Collateral]
  ) throws(LedgerError) {
    let dues = try state.owedDues(asOf: month.lastDay)
    grade = try LoanGrade(state, dues, collaterals: collaterals)
    let isStopped =
      state.loan.status == .running && state.terms.stopsRecognition(in: grade.loanClass)
    let wanted =
      isStopped ? (.zero, .zero, nil) : try LoanFinding.receivable(state, dues, month)
    self.state = state
    self.dues = dues
    keptBefore = held.keptClass
    let earlier = held.ofEarlierYears
    income = LoanIncome(
      interest: try LoanIncome.Change(
        before: held.interest - held.prepaid, after: wanted.interest),
      receivable: try LoanIncome.Change(before: held.interest, after: wanted.interest.orZero),
      prepaid: try LoanIncome.Change(
        before: held.prepaid, after: wanted.interest.negated().orZero),
      lateFee: try LoanIncome.Change(before: held.lateFee, after: wanted.lateFee),
      advance: try LoanIncome.Change(
        before: held.advance, after: state.unearned(atEndOf: month)),
      running: wanted.running, isStopped: isStopped,
      expensedInterest: isStopped ? min(earlier.interest, held.interest.orZero) : .zero,
      expensedLateFee: isStopped ? min(earlier.lateFee, held.lateFee.orZero) : .zero)
  }

  /// What the loan's receivables should hold at the end of the month; nothing once it has ended, so
  /// that what was received and not yet income becomes it.
  private static func receivable(
    _ state: LoanState, _ dues: LoanDues, _ month: BookMonth
  ) throws(LedgerError) -> (interest: Rupiah, lateFee: Rupiah, running: LoanIncome.Running?) {
    guard !state.terms.earnsOnReceipt, state.loan.status == .running,
      let progress = try state.progress(atEndOf: month)
    else { return (.zero, .zero, nil) }
    return (
      try progress.interestReceivable(after: state.payments), dues.lateFee,
      state.terms.earnsDaily ? try progress.runningPart() : nil
    )
  }

  /// Whether it is owed when the month ends.
  package var isOwed: Bool { state.loan.status == .running }

  /// Whether the month has anything to say of the loan.
  package var isConcerned: Bool {
    isOwed
      || [
        income.interest.amount, income.lateFee.amount, income.advance.after, income.advance.amount,
        income.prepaid.after, income.prepaid.amount,
      ].contains { !$0.isZero }
  }

  /// What is kept of it.
  ///
  /// - Throws: `amount.overflow`.
  package func evidence() throws(LedgerError) -> LoanEvidence {
    let due = dues.arrears
    return LoanEvidence(
      principal: grade.outstanding, principalDue: due.principal, interestDue: due.interest,
      lateFeeCharged: dues.lateFeeCharged, recognised: try income.recognised(),
      unearned: income.advance.after, prepaid: income.prepaid.after,
      oldestDue: dues.oldest,
      loanClass: grade.loanClass, collateral: grade.counted, allowance: grade.allowance,
      isOwed: isOwed, keptClass: grade.kept?.loanClass, isStopped: income.isStopped,
      expensedInterest: income.expensedInterest, expensedLateFee: income.expensedLateFee,
      administrationDue: due.administration)
  }
}
