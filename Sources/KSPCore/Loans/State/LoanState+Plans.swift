extension LoanState {
  /// How far the plan has come when a month ends.
  ///
  /// - Throws: `date.unreadable` beyond the calendar.
  package func progress(atEndOf month: BookMonth) throws(LedgerError) -> PlanProgress? {
    try plan?.progress(atEndOf: month.lastDay, earnsDaily: terms.earnsDaily)
  }

  /// What is not earned of the interest that was cut in advance when a month ends.
  ///
  /// - Throws: `amount.overflow`.
  package func unearned(atEndOf month: BookMonth) throws(LedgerError) -> Rupiah {
    guard loan.status == .running, agreed.interestDue == .inAdvance else { return .zero }
    return try progress(atEndOf: month)?.advanceLeft() ?? .zero
  }

  /// The plan that a rescheduling asks for (penjadwalan ulang), in place of the one in force.
  ///
  /// Interest that is earned by the day and unpaid is due with the first installment, interest that
  /// was paid ahead or cut in advance settles the first installments, late fees go on.
  ///
  /// - Throws: `loan.notAtStep` unless the loan is running, `loan.planInvalid`,
  ///   `loan.planUnroundable`, `loan.interestPaidAhead` when the new plan asks for less interest
  ///   than was paid ahead.
  package func rescheduled(_ change: Rescheduling) throws(LedgerError) -> NewPlan {
    var terms = try running().plan.terms
    guard change.rate?.basis != .term else {
      throw .loanPlanInvalid(
        Phrase(
          id: "suku untuk seluruh jangka hanya untuk pinjaman baru",
          en: "a rate for the whole term is for new loans only"))
    }
    if change.rate == nil, terms.rate.basis == .term {
      terms.rateCount = agreed.count
    }
    terms.count = change.count
    terms.principalGrace = 0
    terms.installment = nil
    terms.rate = change.rate ?? terms.rate
    terms.method = change.method ?? terms.method
    // Nothing is paid out from which interest could be cut.
    let isAtEnd = terms.interestDue == .atEnd && terms.method == .bullet
    terms.interestDue = isAtEnd ? .atEnd : .eachInstallment
    let plan = try InstallmentPlan(
      terms, principal: outstanding, disbursedOn: change.date, firstDue: change.firstDue)
    let new = try rescheduled(as: plan, position(asOf: change.date))
    guard new.carried.paidAhead <= plan.interest else {
      throw .loanPaidAhead(
        loan.number, .interest, new.carried.paidAhead, asked: plan.interest)
    }
    guard new.carried.administrationAhead <= plan.administration else {
      throw .loanPaidAhead(
        loan.number, .administration, new.carried.administrationAhead, asked: plan.administration)
    }
    return new
  }

  /// A plan that takes the place of the one in force, on the day of a position.
  ///
  /// - Throws: `amount.overflow`.
  package func rescheduled(
    as plan: InstallmentPlan, _ position: LoanPosition
  ) throws(LedgerError) -> NewPlan {
    guard let old = self.plan else { return NewPlan(plan: plan) }
    let progress = try old.progress(asOf: position.asOf, daysUpTo: position.asOf)
    let advance = try progress.advanceLeft()
    // Installments whose interest was cut in advance carry none, those of the new plan do.
    let cut = old.terms.interestDue == .inAdvance ? advance : .zero
    return NewPlan(
      plan: plan,
      carried: try CarriedOver(
        lateFee: position.lateFee, interestOwed: progress.interestOwed(after: payments) - cut,
        administrationOwed: old.administrationOwed(after: payments, on: position.asOf)),
      advance: advance)
  }
}
