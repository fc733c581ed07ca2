/// What letting a borrower off late fees and interest does to a loan (keringanan).
package struct LoanWaiver: Sendable {
  /// What the borrower is let off.
  package enum Asked: Hashable, Sendable {
    /// So much: late fees first, then interest, the oldest installment first.
    case amount(Rupiah)
    /// So much of either.
    case parts(lateFee: Rupiah, interest: Rupiah)
    /// The interest that is left where nothing has to be paid to settle the loan.
    case restOfInterest
  }

  /// The loan before it.
  package let state: LoanState
  /// The day on which it counts.
  package let date: BookDate
  /// What is waived, by installment, in the order in which it settles.
  package let parts: [RepaymentSplit.Part]
  /// All of it.
  package let amount: Rupiah
  /// The legs.
  package let postings: [Posting]

  /// Works out a waiver.
  ///
  /// Late fees that are owed can be waived, and the interest that settling the loan on the day
  /// would ask for: what is due, and what the product adds.
  ///
  /// - Parameters:
  ///   - state: The loan, with everything that is booked.
  ///   - asked: What is to be waived.
  ///   - date: The day; payments of later days may be booked already.
  ///   - held: What the loan's receivables hold.
  ///   - expense: What bears income of earlier years that is given up.
  /// - Throws: `loan.notAtStep` unless the loan is running, `loan.dateTooEarly` before its plan
  ///   began, `amount.notPositive`, `loan.waiverTooLarge` for more than can be waived.
  package init(
    _ state: LoanState, _ asked: Asked, on date: BookDate,
    held: (interest: LoanReceivable, lateFee: LoanReceivable), expense: AccountID
  ) throws(LedgerError) {
    let (plan, accounts) = try state.running()
    guard date >= plan.startedOn else {
      throw .loanDateTooEarly(state.loan.number, date, since: plan.startedOn)
    }
    let position = try state.position(asOf: date, countingLater: true)
    let (lateFee, interest) = try LoanWaiver.divided(asked, state, position, on: date)
    parts = try LoanWaiver.parts(lateFee: lateFee, interest: interest, position)
    amount = try lateFee + interest
    postings = try PostingRules.waiver(
      [
        (accounts.lateFee, try held.lateFee.bearing(lateFee), accounts.lateFeeIncome),
        (accounts.interest, try held.interest.bearing(interest), accounts.interestIncome),
      ], expense: expense)
    self.state = state
    self.date = date
  }

  private static func divided(
    _ asked: Asked, _ state: LoanState, _ position: LoanPosition, on date: BookDate
  ) throws(LedgerError) -> (lateFee: Rupiah, interest: Rupiah) {
    let most = (
      lateFee: position.lateFee, interest: try state.settlementQuote(asOf: date).interest
    )
    let wanted: (lateFee: Rupiah, interest: Rupiah)
    switch asked {
    case .restOfInterest: return (.zero, position.owed.interest)
    case .amount(let amount):
      let lateFee = min(amount, most.lateFee)
      wanted = (lateFee, try amount - lateFee)
    case .parts(let lateFee, let interest): wanted = (lateFee, interest)
    }
    for part in [wanted.lateFee, wanted.interest] where part.isNegative {
      throw .amountNotPositive(part)
    }
    let total = try wanted.lateFee + wanted.interest
    guard total.isPositive else { throw .amountNotPositive(total) }
    guard wanted.lateFee <= most.lateFee, wanted.interest <= most.interest else {
      throw .loanWaiverTooLarge(
        state.loan.number, given: total, lateFee: most.lateFee, interest: most.interest)
    }
    return wanted
  }

  private static func parts(
    lateFee: Rupiah, interest: Rupiah, _ position: LoanPosition
  ) throws(LedgerError) -> [RepaymentSplit.Part] {
    var parts: [RepaymentSplit.Part] = []
    if !lateFee.isZero {
      parts.append(RepaymentSplit.Part(installment: 0, component: .lateFee, amount: lateFee))
    }
    var left = interest
    for open in position.open where left.isPositive && open.interest.isPositive {
      let part = min(left, open.interest)
      left = try left - part
      parts.append(
        RepaymentSplit.Part(
          installment: open.installment.number, component: .interest, amount: part))
    }
    return parts
  }

  /// The loan as the waiver leaves it once it is booked.
  ///
  /// - Throws: `amount.overflow`.
  package func after(_ entry: EntryNumber) throws(LedgerError) -> LoanState {
    var sums: [LoanComponent: Rupiah] = [:]
    for part in parts { try sums[part.component, default: .zero] += part.amount }
    return try state.paying(
      (
        lateFee: sums[.lateFee] ?? .zero, interest: sums[.interest] ?? .zero, principal: .zero
      ), on: date, entry, taking: LoanFacts.Step(.waived, on: date), as: .waiver)
  }
}
