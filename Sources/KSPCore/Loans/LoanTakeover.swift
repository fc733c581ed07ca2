/// What a loan is when it is taken over: its plan, and what the book is to hold for it.
package struct LoanTakeover: Sendable {
  /// The plan since the loan was paid out, as it is to be kept.
  package let new: NewPlan
  /// The same as it will be read, begun in this book on the day of the takeover.
  package let plan: LoanPlan
  /// The principal that is owed.
  package let outstanding: Rupiah
  /// The interest that is due and unpaid, whenever it becomes income.
  package let interestArrears: Rupiah
  /// What has become income and is not paid, where the product recognises it before it is paid.
  package let receivable: (interest: Rupiah, lateFee: Rupiah)
  /// What is not earned yet of the interest that was cut in advance, or paid ahead.
  package let unearned: Rupiah

  /// Works out a takeover.
  ///
  /// - Throws: `loan.openingDate`, `loan.planInvalid`, `loan.planUnroundable`, and as
  ///   ``LoanOpening/paid(under:asOf:)``.
  package init(_ opening: LoanOpening, _ terms: LoanTerms, on date: BookDate) throws(LedgerError) {
    guard opening.disbursedOn <= date else {
      throw .loanOpeningDate(opening.disbursedOn, asOf: date)
    }
    let made = try InstallmentPlan(
      terms.plan, principal: opening.principal, disbursedOn: opening.disbursedOn,
      firstDue: opening.firstDue)
    let paid = try opening.paid(under: made.installments, asOf: date)
    new = NewPlan(
      plan: made, carried: CarriedOver(lateFee: opening.lateFee), advance: made.interestInAdvance,
      paid: paid)
    plan = try LoanPlan(new, version: 1, startedOn: date, entry: nil, afterEntry: 0)
    outstanding = opening.outstanding
    interestArrears = try LoanPosition(
      installments: plan.installments, payments: plan.paidBefore, rule: nil, asOf: date
    ).dueAmounts.interest
    let progress = try plan.progress(atEndOf: date, earnsDaily: terms.earnsDaily)
    let isStopped = try LoanTakeover.isStopped(plan, opening, terms, on: date)
    let waits = terms.earnsOnReceipt || isStopped
    let owed = waits ? .zero : try progress.interestReceivable(after: plan.paidBefore)
    receivable = (owed.orZero, waits ? .zero : opening.lateFee)
    let advance = terms.plan.interestDue == .inAdvance ? try progress.advanceLeft() : .zero
    unearned = try advance + owed.negated().orZero
  }

  /// Whether the loan is of a class whose income waits until it is received.
  private static func isStopped(
    _ plan: LoanPlan, _ opening: LoanOpening, _ terms: LoanTerms, on date: BookDate
  ) throws(LedgerError) -> Bool {
    guard let profile = CollectibilityProfile.named(terms.collectibility),
      let table = ProvisionTable.named(terms.provision)
    else { throw .invariantBroken("\(opening.product): profile") }
    let position = try LoanPosition(
      installments: plan.installments, payments: plan.paidBefore, rule: nil, asOf: date)
    let grade = try LoanGrade(
      LoanDues(position), profile: profile, table: table,
      interval: terms.plan.method == .bullet ? nil : terms.plan.interval,
      collaterals: opening.collaterals)
    return terms.stopsRecognition(in: grade.loanClass)
  }

  /// Whether a plan of the book is the one that this takeover makes. Holidays that were entered
  /// since move due dates of the plan made now, not of the one that is kept.
  package func isSame(as other: LoanPlan) -> Bool {
    plan.startedOn == other.startedOn && plan.periodStart == other.periodStart
      && plan.firstDue == other.firstDue && plan.carried == other.carried
      && plan.paid == other.paid && plan.rowCount == other.rowCount
      && zip(plan.installments, other.installments).allSatisfy {
        $0.parts == $1.parts
      }
  }
}
