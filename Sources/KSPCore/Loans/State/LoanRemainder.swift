/// What a payment leaves of a loan, as the counter says it.
package struct LoanRemainder: Hashable, Sendable {
  /// The loan.
  package let loan: LoanNumber
  /// The borrower.
  package let member: MemberNumber
  /// The borrower's name.
  package let memberName: String
  /// The principal that is owed at the end of the payment's day.
  package let outstanding: Rupiah
  /// The principal that is owed after payments of later days, too; nil where there are none.
  package let laterOutstanding: Rupiah?
  /// The next installment to pay; nil where the loan does not run any more.
  package let next: LoanPosition.Open?
}

extension LoanState {
  /// What a payment of a day leaves of the loan, as the counter says it. The next installment is
  /// the one that all payments leave open.
  ///
  /// - Throws: `amount.overflow`.
  package func remainder(on date: BookDate) throws(LedgerError) -> LoanRemainder {
    let later = payments.filter { $0.date > date }
    var onDay = outstanding
    for payment in later { try onDay += payment.principal }
    return LoanRemainder(
      loan: loan.number, member: loan.memberNumber, memberName: loan.memberName,
      outstanding: onDay, laterOutstanding: later.isEmpty ? nil : outstanding,
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
      member: member, memberName: memberName, amount: amount, balance: outstanding,
      laterBalance: laterOutstanding, note: note, isReplay: isReplay)
    receipt.counterpart = payer
    return LoanReceipt(
      receipt: receipt, loan: loan, parts: parts, penalty: penalty, returned: returned,
      intoSavings: intoSavings, outstanding: outstanding, next: next)
  }
}
