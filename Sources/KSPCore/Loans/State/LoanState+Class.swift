extension LoanState {
  /// The class that a loan keeps since it got a new plan, until enough installments in a row were
  /// paid on time and in full; nil where it keeps none.
  ///
  /// A new plan cures nobody: without this a loan that was lost would be current on the day of its
  /// rescheduling, and what was set aside for it income.
  ///
  /// - Throws: `amount.overflow`.
  package func kept(asOf date: BookDate) throws(LedgerError) -> LoanGrade.Kept? {
    guard loan.status == .running,
      let since = facts.steps.last(where: { $0.kind == .rescheduled && $0.date <= date }),
      let loanClass = since.loanClass, loanClass > .lancar
    else { return nil }
    let needed = neededOnTime
    let onTime = try onTime(asOf: date)
    guard onTime < needed else { return nil }
    return LoanGrade.Kept(
      loanClass: loanClass, since: since.date, onTime: onTime, needed: needed)
  }

  /// How many installments in a row have to be paid on time.
  private var neededOnTime: Int {
    CollectibilityProfile.named(terms.collectibility)?.installmentsToCure ?? 0
  }

  /// How many of the last installments were paid on time and in full, one after the other; once
  /// they were as many as are needed it stays that number.
  ///
  /// An installment is on time when it was settled on the day on which it was due, together with
  /// all before it. Those under a plan that a payment ahead of time replaced count on.
  ///
  /// - Throws: `amount.overflow`.
  package func onTime(asOf date: BookDate) throws(LedgerError) -> Int {
    guard let plan else { return 0 }
    let needed = neededOnTime
    var run = plan.carried.onTime
    var asked = LoanParts()
    var paid = plan.carried.ahead
    var index = 0
    for row in plan.installments {
      guard row.due <= date, run < needed else { break }
      try asked.add(row.parts)
      while index < payments.count, payments[index].date <= row.due {
        try paid.add(payments[index].parts)
        index += 1
      }
      guard row.total.isPositive else { continue }
      let isOnTime =
        paid.principal >= asked.principal && paid.interest >= asked.interest
        && paid.administration >= asked.administration
      run = isOnTime ? run + 1 : 0
    }
    return min(run, needed)
  }
}
