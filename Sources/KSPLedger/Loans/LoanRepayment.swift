import KSPCore

/// How a payment on a loan is made.
struct RepaymentWay {
  var date: BookDate
  /// The savings account that pays; nil for cash.
  var payer: AccountCode?
  var note: EntryNote
}

/// A payment on a loan of the book.
struct LoanRepayment {
  let record: LoanRecord
  let repayment: Repayment
}
