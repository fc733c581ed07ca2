/// What a payment leaves of a loan, as the counter says it.
package struct LoanRemainder: Hashable, Sendable {
  /// The loan.
  package let loan: LoanNumber
  /// The borrower.
  package let member: MemberNumber
  /// The borrower's name.
  package let memberName: String
  /// The principal that is still owed.
  package let outstanding: Rupiah
  /// The next installment to pay; nil where the loan does not run any more.
  package let next: LoanPosition.Open?
}

extension LoanState {
  /// What is left of the loan, as the counter says it.
  ///
  /// - Throws: `amount.overflow`.
  package func remainder() throws(LedgerError) -> LoanRemainder {
    LoanRemainder(
      loan: loan.number, member: loan.memberNumber, memberName: loan.memberName,
      outstanding: outstanding,
      next: loan.status == .running ? try nextOpen() : nil)
  }
}

extension LoanRemainder {
  /// What the counter hands out for a payment that leaves the loan so.
  ///
  /// - Throws: `account.codeUnreadable`.
  package func receipt(
    _ entry: EntryNumber, on date: BookDate, _ amount: Rupiah, from payer: Receipt.Counterpart?,
    note: EntryNote, isReplay: Bool, parts: [RepaymentSplit.Part], penalty: Rupiah = .zero,
    returned: Rupiah = .zero, intoSavings: Rupiah = .zero
  ) throws(LedgerError) -> LoanReceipt {
    var receipt = Receipt(
      entry: entry, kind: .repayment, bookDate: date, account: try AccountCode(loan.text),
      member: member, memberName: memberName, amount: amount, balance: outstanding, note: note,
      isReplay: isReplay)
    receipt.counterpart = payer
    return LoanReceipt(
      receipt: receipt, loan: loan, parts: parts, penalty: penalty, returned: returned,
      intoSavings: intoSavings, outstanding: outstanding, next: next)
  }
}
