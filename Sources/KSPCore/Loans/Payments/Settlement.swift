/// What settling a loan before its time does to it (pelunasan dipercepat).
package struct Settlement: Sendable {
  /// The loan before it.
  package let state: LoanState
  /// What is to be paid.
  package let quote: SettlementQuote
  /// The legs on the loan's accounts and its income, without the payers'.
  package let postings: [Posting]

  /// Works out a settlement.
  ///
  /// What it pays and was not income yet becomes it. What was income and is not to be paid stays
  /// receivable until the month end takes it back, so that every credit on the loan's accounts is
  /// money that came in.
  ///
  /// - Parameters:
  ///   - state: The loan, with everything that is booked.
  ///   - amount: The amount of the quote; nil for whatever it is.
  ///   - date: The day.
  ///   - held: What the loan's receivables hold.
  ///   - unearned: Where interest that was cut in advance waits.
  /// - Throws: `loan.notAtStep` unless the loan is running, `loan.settlementAmount` for another
  ///   amount than the quote's, `loan.nothingDue`.
  package init(
    _ state: LoanState, amount: Rupiah?, on date: BookDate,
    held: (interest: Rupiah, lateFee: Rupiah), unearned: AccountID
  ) throws(LedgerError) {
    let accounts = try state.running().accounts
    let quote = try state.settlementQuote(asOf: date)
    if let amount, amount != quote.total {
      throw .loanSettlementAmount(
        state.loan.number, given: amount, needed: quote.total, on: date)
    }
    guard quote.total.isPositive || quote.returned.isPositive else {
      throw .loanNothingDue(state.loan.number)
    }
    var legs = try PostingRules.repayment(
      quote.parts,
      recognised: LoanParts(
        lateFee: (quote.lateFee - held.lateFee).orZero,
        interest: (quote.interest - held.interest).orZero),
      loan: accounts)
    if !quote.returned.isZero { legs.append(.debit(unearned, quote.returned)) }
    if !quote.penalty.isZero { legs.append(try .credit(accounts.lateFeeIncome, quote.penalty)) }
    self.state = state
    self.quote = quote
    postings = legs
  }

  /// The loan as the settlement leaves it once it is booked.
  ///
  /// - Throws: `amount.overflow`.
  package func after(_ entry: EntryNumber) throws(LedgerError) -> LoanState {
    try state.paying(
      quote.parts,
      on: quote.asOf, entry, taking: LoanFacts.Step(.settled, on: quote.asOf))
  }
}

extension SettlementQuote {
  /// What is settled by paying it, by component.
  package var settled: [RepaymentSplit.Part] {
    LoanComponent.allCases.filter { !parts[$0].isZero }.map {
      RepaymentSplit.Part(installment: 0, component: $0, amount: parts[$0])
    }
  }
}
