/// What the payments on a plan settle when they are taken in the order of their days.
///
/// Whoever enters a payment late, or takes one back, changes what those after it find owed. Each of
/// them is divided again as if it had been entered then; what the payer said, and what was waived,
/// keeps its parts.
package struct PaymentOrder: Sendable {
  /// A payment that is to settle something else than it does.
  package struct Change: Hashable, Sendable {
    /// The voucher of the payment.
    package let payment: EntryNumber
    /// The day of the payment.
    package let date: BookDate
    /// What is to be added to its parts.
    package let change: LoanParts
    /// The savings that received, or will receive, what was left over; nil where none have yet.
    package let savings: AccountID?

    /// A payment with what is to be added to its parts.
    package init(
      payment: EntryNumber, date: BookDate, change: LoanParts, savings: AccountID?
    ) {
      self.payment = payment
      self.date = date
      self.change = change
      self.savings = savings
    }
  }

  /// One payment as it stands.
  private struct Line {
    let entry: EntryNumber
    let date: BookDate
    var parts = LoanParts()
    var handling: LoanFacts.Handling?
    /// Whether it is no payment of money: a waiver, or a new loan that pays this one off.
    var isNoMoney = false

    /// What it settles as it stands.
    var payment: LoanPayment { LoanPayment(date: date, parts) }

    /// Whether it keeps its parts, whatever comes before it.
    var isKept: Bool { isNoMoney || handling?.isKept == true }
  }

  private let state: LoanState

  /// The payments of a loan with everything that is booked.
  package init(_ state: LoanState) { self.state = state }

  /// The payments that are to be divided in another way, in the order of their days.
  ///
  /// - Parameter first: The day before which nothing has changed.
  /// - Returns: A line for each payment that changes; what each adds comes to zero.
  /// - Returns: Each with what is to be added to its parts; none where all stand as they should.
  /// - Throws: `loan.laterPlan` where a payment would be paid ahead and begin a new plan,
  ///   `loan.laterWaiver` where payments would settle what a waiver has let off,
  ///   `amount.overflow`.
  package func changes(from first: BookDate = .earliest) throws(LedgerError) -> [Change] {
    // A settlement took what was left, and a write-off gave it up: neither is divided again.
    guard let plan = state.plan, !state.isEndedByAct else { return [] }
    var before = plan.paidBefore
    var changes: [Change] = []
    let lines = try lines()
    for (place, line) in lines.enumerated() {
      var parts = line.parts
      if line.date >= first, !line.isKept {
        // Nobody has to pay what has been waived already, though for a later day.
        let later = lines[(place + 1)...].filter { $0.isNoMoney && $0.entry < line.entry }
          .map(\.payment)
        parts = try divided(line, plan, after: before + later)
        let change = try parts.since(line.parts)
        if !change.isNothing {
          changes.append(
            Change(
              payment: line.entry, date: line.date, change: change,
              savings: line.handling?.account))
        }
      }
      before.append(LoanPayment(date: line.date, parts))
    }
    if !changes.isEmpty { try requireRoom(for: lines, plan, before) }
    return changes
  }

  /// Refuses a division by which payments settle what a waiver has let off.
  private func requireRoom(
    for lines: [Line], _ plan: LoanPlan, _ paid: [LoanPayment]
  ) throws(LedgerError) {
    guard let waiver = lines.last(where: \.isNoMoney), let last = lines.last else { return }
    let position = try LoanPosition(
      installments: plan.installments, payments: paid, carried: plan.carried,
      startedOn: plan.startedOn, rule: state.terms.lateFee, asOf: last.date)
    var left = plan.carried.ahead
    for payment in paid { try left.add(payment.parts) }
    for installment in plan.installments { left = try left.since(installment.parts) }
    guard !left.interest.isPositive, !left.administration.isPositive,
      left.lateFee <= position.lateFeeCharged
    else {
      throw .loanLaterWaiver(state.loan.number, waiver.entry, on: waiver.date)
    }
  }

  /// What a payment settles after those before it.
  private func divided(
    _ line: Line, _ plan: LoanPlan, after before: [LoanPayment]
  ) throws(LedgerError) -> LoanParts {
    let split = try RepaymentSplit(
      line.parts.total(), under: state.terms, plan, after: before, on: line.date)
    guard split.principalAhead.isZero else {
      throw .loanLaterPlan(state.loan.number, payment: line.entry, on: line.date)
    }
    var parts = try split.sums()
    parts.savings = split.rest
    return parts
  }

  /// The payments by day, and by number on one day.
  private func lines() throws(LedgerError) -> [Line] {
    var lines: [EntryNumber: Line] = [:]
    for credit in state.facts.credits {
      var line = lines[credit.entry] ?? Line(entry: credit.entry, date: credit.date)
      try line.parts.add(credit.amount, to: credit.component)
      if credit.kind != .repayment { line.isNoMoney = true }
      lines[credit.entry] = line
    }
    for (entry, handling) in state.facts.handling {
      var line = lines[entry] ?? Line(entry: entry, date: handling.date)
      line.parts.savings = handling.rest
      line.handling = handling
      lines[entry] = line
    }
    return lines.values.sorted { left, right in
      left.date == right.date ? left.entry < right.entry : left.date < right.date
    }
  }
}
