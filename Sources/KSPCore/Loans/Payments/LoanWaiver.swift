/// What letting a borrower off late fees and interest does to a loan (keringanan).
package struct LoanWaiver: Sendable {
  /// What the borrower is let off.
  package enum Asked: Hashable, Sendable {
    /// So much: late fees first, then interest, then administration, the oldest installment first.
    case amount(Rupiah)
    /// So much of each.
    case parts(LoanParts)
    /// The interest and administration that are left where nothing has to be paid to settle the
    /// loan.
    case rest
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
  /// Late fees that are owed can be waived, and the interest and administration that settling the
  /// loan on the day would ask for: what is due, and what the product adds.
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
    let waived = try LoanWaiver.divided(asked, state, position, on: date)
    parts = try LoanWaiver.parts(waived, position)
    amount = try waived.total()
    var bearing = [
      (accounts.lateFee, try held.lateFee.bearing(waived.lateFee), accounts.lateFeeIncome),
      (accounts.interest, try held.interest.bearing(waived.interest), accounts.interestIncome),
    ]
    if let third = accounts.administration {
      // Administration is income when it is received, so nobody bears what is not.
      bearing.append((third.account, (.zero, .zero, waived.administration), third.income))
    }
    postings = try PostingRules.waiver(bearing, expense: expense)
    self.state = state
    self.date = date
  }

  private static func divided(
    _ asked: Asked, _ state: LoanState, _ position: LoanPosition, on date: BookDate
  ) throws(LedgerError) -> LoanParts {
    let quote = try state.settlementQuote(position)
    let most = LoanParts(
      lateFee: position.lateFee, interest: quote.interest, administration: quote.administration)
    var wanted: LoanParts
    switch asked {
    case .rest:
      return LoanParts(
        interest: position.owed.interest, administration: position.owed.administration)
    case .amount(let amount):
      wanted = LoanParts(lateFee: min(amount, most.lateFee))
      wanted.interest = try amount - wanted.lateFee
      if most.administration.isPositive {
        wanted.interest = min(wanted.interest, most.interest)
        wanted.administration = try amount - wanted.lateFee - wanted.interest
      }
    case .parts(let parts): wanted = parts
    }
    for component in LoanComponent.allCases where wanted[component].isNegative {
      throw .amountNotPositive(wanted[component])
    }
    let total = try wanted.total()
    guard total.isPositive else { throw .amountNotPositive(total) }
    guard LoanComponent.allCases.allSatisfy({ wanted[$0] <= most[$0] }) else {
      throw .loanWaiverTooLarge(state.loan.number, given: total, most: most)
    }
    return wanted
  }

  private static func parts(
    _ waived: LoanParts, _ position: LoanPosition
  ) throws(LedgerError) -> [RepaymentSplit.Part] {
    var parts: [RepaymentSplit.Part] = []
    if !waived.lateFee.isZero {
      parts.append(
        RepaymentSplit.Part(installment: 0, component: .lateFee, amount: waived.lateFee))
    }
    for component in [LoanComponent.interest, .administration] {
      var left = waived[component]
      for open in position.open where left.isPositive && open.parts[component].isPositive {
        let part = min(left, open.parts[component])
        left = try left - part
        parts.append(
          RepaymentSplit.Part(
            installment: open.installment.number, component: component, amount: part))
      }
    }
    return parts
  }

  /// The loan as the waiver leaves it once it is booked.
  ///
  /// - Throws: `amount.overflow`.
  package func after(_ entry: EntryNumber) throws(LedgerError) -> LoanState {
    var sums = LoanParts()
    for part in parts { try sums.add(part.amount, to: part.component) }
    return try state.paying(
      sums, on: date, entry, taking: LoanFacts.Step(.waived, on: date), as: .waiver)
  }
}
