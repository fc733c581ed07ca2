extension RepaymentSplit {
  /// Divides a payment by the rules of a loan, after the payments before it; what was waived later
  /// may stand among them, as nobody has to pay it.
  ///
  /// Where principal paid ahead makes a new plan, an installment whose period is over counts as
  /// due, also while its due date waits for a Sunday to pass. The position after the payments
  /// before it is worked out where it is not given.
  ///
  /// - Throws: `amount.notPositive`, `amount.overflow`.
  package init(
    _ amount: Rupiah, under terms: LoanTerms, _ plan: LoanPlan, after before: [LoanPayment],
    on date: BookDate, position given: LoanPosition? = nil
  ) throws(LedgerError) {
    let position =
      if let given { given } else {
        try LoanPosition(
          installments: plan.installments, payments: before, carried: plan.carried,
          startedOn: plan.startedOn, rule: terms.lateFee, asOf: date, countsLater: true)
      }
    guard terms.prepayment.makesPlan else {
      try self.init(
        amount, position: position, order: terms.order, prepayment: terms.prepayment)
      return
    }
    let ripe = try plan.ripe(on: date)
    let due = position.open.prefix { $0.installment.number <= ripe }
    var earned = Rupiah.zero
    if terms.prepayment == .interestFirst {
      earned = try plan.progress(asOf: date, daysUpTo: date).interestOwed(after: before)
      for item in due { earned = try earned - item.interest }
    }
    try self.init(
      amount, position: position, order: terms.order, prepayment: terms.prepayment,
      ripe: due.count, earned: earned.orZero)
  }
}

extension Prepayment {
  /// Whether principal paid ahead takes a new plan.
  package var makesPlan: Bool {
    switch self {
    case .fewerInstallments, .smallerInstallments, .interestFirst: true
    case .nextInstallments, .savings: false
    }
  }

  /// Whether the agreed installment is kept, so that the loan ends sooner.
  var keepsInstallment: Bool { self == .fewerInstallments || self == .interestFirst }
}

extension LoanPlan {
  /// The installments that are due on a day, or whose period is over.
  ///
  /// - Throws: `date.unreadable` beyond the calendar.
  func ripe(on date: BookDate) throws(LedgerError) -> Int {
    max(installments.count { $0.due <= date }, try periods().count { $0.due <= date })
  }
}
