/// How far a plan has come: the installments whose periods are over, and the running period's days.
package struct PlanProgress: Sendable {
  /// The plan.
  package let plan: LoanPlan
  /// The installments that have fallen due, or whose period is over where days count.
  package let due: Int
  /// The days of the running period that count, of how many; none of one where none do.
  package let days: (passed: Int, whole: Int)

  /// The installment that falls due next, and what was carried into it.
  private var next: (own: Rupiah, carried: Rupiah)? {
    get throws(LedgerError) {
      guard due < plan.installments.count else { return nil }
      let carried = due == 0 ? plan.carried.interest : .zero
      return (try plan.installments[due].interest - carried, carried)
    }
  }

  /// What the running period has earned of its interest, rounded half up to the rupiah.
  ///
  /// - Throws: `amount.overflow`.
  package func running() throws(LedgerError) -> SettlementQuote.Earned {
    guard let next = try next else { return .nothing }
    let byDays = try Rounding.rupiah.round(
      Int128(next.own.sen) * Int128(days.passed), over: Int128(days.whole))
    return SettlementQuote.Earned(
      number: due + 1, carried: LoanParts(interest: next.carried),
      byDays: try next.carried + byDays)
  }

  /// The interest of the plan that is earned: what fell due, and what the running period has.
  ///
  /// - Throws: `amount.overflow`.
  package func earned() throws(LedgerError) -> Rupiah {
    var sum = try running().byDays
    for row in plan.installments.prefix(due) { try sum += row.interest }
    return sum
  }

  /// The interest that is earned and not paid; less than zero where more has been paid ahead.
  ///
  /// - Throws: `amount.overflow`.
  package func interestOwed(after payments: [LoanPayment]) throws(LedgerError) -> Rupiah {
    var owed = try earned() - plan.carried.paidAhead
    for payment in payments { owed = try owed - payment.interest }
    return owed
  }

  /// What the interest receivable is to hold: nothing of what was cut in advance, which is a
  /// liability as long as it is not earned.
  ///
  /// - Throws: `amount.overflow`.
  package func interestReceivable(after payments: [LoanPayment]) throws(LedgerError) -> Rupiah {
    let owed = try interestOwed(after: payments)
    return plan.terms.interestDue == .inAdvance ? owed : try owed + advanceLeft()
  }

  /// The part of the running installment that is earned by its days.
  ///
  /// - Throws: `amount.overflow`.
  package func runningPart() throws(LedgerError) -> LoanIncome.Running? {
    guard let next = try next, days.passed > 0 else { return nil }
    let earned = try running()
    return LoanIncome.Running(
      number: due + 1, days: days.passed, of: days.whole, interest: next.own,
      earned: try earned.byDays - next.carried)
  }

  /// What is not earned yet of the interest that was cut in advance.
  ///
  /// Under the plan of the disbursement, whose installments carry no interest, one part is earned
  /// with every installment. A later plan charges interest, and what was cut settles it first.
  ///
  /// - Throws: `amount.overflow`.
  package func advanceLeft() throws(LedgerError) -> Rupiah {
    guard plan.terms.interestDue == .inAdvance else {
      return try (plan.advance - earned()).orZero
    }
    let (passed, all) = (due * days.whole + days.passed, plan.rowCount * days.whole)
    // What was cut may have sen, which no part of it is rounded to.
    guard passed < all else { return .zero }
    return try plan.advance
      - Rounding.rupiah.round(Int128(plan.advance.sen) * Int128(passed), over: Int128(all))
  }
}

extension LoanPlan {
  /// Interest that was cut in advance for periods that have not begun (belum berjalan): each has
  /// its own share of what was cut, and the whole is rounded down to the rupiah.
  ///
  /// The first period has begun with the payout, every other one begins on the day after the due
  /// date before it.
  ///
  /// - Throws: `amount.overflow`.
  package func advanceNotBegun(on date: BookDate) throws(LedgerError) -> Rupiah {
    guard terms.interestDue == .inAdvance, advance.isPositive else { return .zero }
    let made = try InstallmentPlan(
      terms, principal: principal, disbursedOn: periodStart, firstDue: firstDue)
    return try made.notBegun(
      of: advance, on: date, hasBegun: version == 1 || periodStart < date)
  }

  /// The administration of the installments that have fallen due, less what was paid of it; less
  /// than zero where it was paid ahead.
  ///
  /// - Throws: `amount.overflow`.
  func administrationOwed(
    after payments: [LoanPayment], on date: BookDate
  ) throws(LedgerError) -> Rupiah {
    var owed = try carried.administrationAhead.negated()
    let ripe = try ripe(on: date)
    for row in installments.prefix(ripe) { try owed += row.administration }
    // What was carried over is owed before the first installment falls due.
    if ripe == 0 { try owed += carried.administration }
    for payment in payments { owed = try owed - payment.administration }
    return owed
  }

  /// How far the plan has come on a day.
  ///
  /// - Parameters:
  ///   - date: The day.
  ///   - end: The day up to which the days of the running period count, itself not included; nil
  ///     when only whole periods count. Days run to the due date before any shift.
  /// - Returns: The progress.
  /// - Throws: `date.unreadable` beyond the calendar.
  package func progress(
    asOf date: BookDate, daysUpTo end: BookDate? = nil
  ) throws(LedgerError) -> PlanProgress {
    var due = installments.count { $0.due <= date }
    guard let end else { return PlanProgress(plan: self, due: due, days: (0, 1)) }
    let periods = try periods().dropFirst(due)
    for period in periods {
      // The day of payment moves off a Sunday; the next period begins all the same.
      if period.due < end {
        due += 1
        continue
      }
      let whole = period.start.days(until: period.due)
      let passed = max(0, min(whole, period.start.days(until: end)))
      return PlanProgress(plan: self, due: due, days: (passed, whole))
    }
    return PlanProgress(plan: self, due: due, days: (0, 1))
  }

  /// How far the plan has come when a day ends: with that day, where interest is earned by days.
  ///
  /// - Throws: `date.unreadable` beyond the calendar.
  package func progress(
    atEndOf date: BookDate, earnsDaily: Bool
  ) throws(LedgerError) -> PlanProgress {
    let end = earnsDaily ? try date.adding(days: 1) : nil
    return try progress(asOf: date, daysUpTo: end)
  }

  /// The periods of all installments before any shift off a day without business.
  ///
  /// - Throws: `date.unreadable` beyond the calendar.
  package func periods() throws(LedgerError) -> [(start: BookDate, due: BookDate)] {
    // What is due in a single sum is due on the last of the dates.
    let dates = try DueDates(
      disbursedOn: periodStart, firstDue: firstDue, interval: terms.interval, count: terms.count
    ).dates.suffix(rowCount)
    var start = periodStart
    return dates.map { due in
      defer { start = due }
      return (start, due)
    }
  }

  /// The period of an installment before any shift off a day without business.
  ///
  /// - Throws: `invariant.broken` for a number that is not in the plan.
  package func period(of number: Int) throws(LedgerError) -> (start: BookDate, due: BookDate) {
    let periods = try periods()
    guard periods.indices.contains(number - 1) else {
      throw .invariantBroken("installment \(number) of \(periods.count)")
    }
    return periods[number - 1]
  }
}
