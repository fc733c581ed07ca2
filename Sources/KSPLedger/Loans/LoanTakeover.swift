import KSPCore

/// What a loan is when it is taken over: its plan, and what the book is to hold for it.
struct LoanTakeover {
  /// The plan since the loan was paid out, begun in this book on the day of the takeover.
  let plan: LoanRecord.Plan
  /// The principal that is owed.
  let outstanding: Rupiah
  /// The interest that is due and unpaid, whenever it becomes income.
  let interestArrears: Rupiah
  /// What has become income and is not paid, where the product recognises it before it is paid.
  let receivable: (interest: Rupiah, lateFee: Rupiah)
  /// What is not earned yet of the interest that was cut in advance.
  let unearned: Rupiah

  /// Works out a takeover.
  ///
  /// - Throws: `loan.openingDate`, `loan.planInvalid`, `loan.planUnroundable`, and as
  ///   ``LoanOpening/paid(under:asOf:)``.
  init(_ opening: LoanOpening, _ terms: LoanTerms, on date: BookDate) throws(LedgerError) {
    guard opening.disbursedOn <= date else {
      throw .loanOpeningDate(opening.disbursedOn, asOf: date)
    }
    let made = try InstallmentPlan(
      terms.plan, principal: opening.principal, disbursedOn: opening.disbursedOn,
      firstDue: opening.firstDue)
    plan = LoanRecord.Plan(
      version: 1, entry: nil, startedOn: date, afterEntry: 0, principal: opening.principal,
      periodStart: opening.disbursedOn, firstDue: made.firstRowDue, carriedFee: opening.lateFee,
      carriedInterest: .zero, advance: made.interestInAdvance,
      paid: try opening.paid(under: made.installments, asOf: date),
      installments: made.installments)
    outstanding = opening.outstanding
    interestArrears = try LoanPosition(
      installments: plan.installments, payments: plan.paidBefore, rule: nil, asOf: date
    ).dueAmounts().interest
    receivable = (
      interest: try plan.interestReceivable(
        terms.recognition, payments: plan.paidBefore, asOf: date
      ).amount,
      lateFee: terms.recognition == .onReceipt ? .zero : opening.lateFee
    )
    unearned = try plan.advanceLeft(asOf: date)
  }

  /// Whether a plan of the book is the one that this takeover makes.
  func isSame(as other: LoanRecord.Plan) -> Bool {
    plan.startedOn == other.startedOn && plan.periodStart == other.periodStart
      && plan.installments == other.installments && plan.carriedFee == other.carriedFee
      && plan.paid == other.paid
  }
}
