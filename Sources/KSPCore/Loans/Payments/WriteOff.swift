/// What giving a loan up does to it (hapus buku); the claim stays in memory.
package struct WriteOff: Sendable {
  /// Where the loan stood on the day.
  package let position: LoanPosition
  /// What is given up: what the accounts hold, or the claim where they hold nothing.
  package let amount: Rupiah
  /// The legs.
  package let postings: [Posting]

  /// Works out a write-off.
  ///
  /// A claim that is in no account, such as a late fee that would be income on receipt, is given up
  /// by a voucher that changes no balance.
  ///
  /// - Parameters:
  ///   - state: The loan, with everything that is booked.
  ///   - date: The day.
  ///   - held: What the loan's receivables hold; debit-positive.
  ///   - allowance: The allowance account of its product, and what is available in it.
  ///   - expense: What bears the rest.
  /// - Throws: `loan.notAtStep` unless the loan is running, `amount.overflow`.
  package init(
    _ state: LoanState, on date: BookDate, held: (interest: Rupiah, lateFee: Rupiah),
    allowance: (account: AccountID, available: Rupiah), expense: AccountID
  ) throws(LedgerError) {
    let accounts = try state.running().accounts
    position = try state.position(asOf: date)
    let (interest, lateFee) = (held.interest.orZero, held.lateFee.orZero)
    let booked = try state.outstanding + interest + lateFee
    if booked.isZero {
      let claim = LoanParts(
        lateFee: position.lateFee, interest: position.owed.interest,
        administration: position.owed.administration)
      amount = try claim.total()
      postings = try PostingRules.writeOffOfClaim(claim, loan: accounts)
    } else {
      amount = booked
      postings = try PostingRules.writeOff(
        principal: state.outstanding, interest: interest, lateFee: lateFee, loan: accounts,
        allowance: allowance, expense: expense)
    }
  }
}
