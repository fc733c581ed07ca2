import KSPCore

/// A payment that was worked out for a loan of the book: what its voucher needs, and what the
/// counter hands out for it.
///
/// Lists of a payroll office hand on thousands of them. So it is an object, and leaves behind the
/// plan and the payments that it was worked out from.
final class LoanRepayment {
  let loan: Loan
  /// The loan's row.
  let id: Int64
  let product: LoanProductRecord
  /// The loan's principal.
  let principal: AccountID?
  let date: BookDate
  /// What it settles.
  let split: RepaymentSplit
  /// All that is paid.
  let paid: Rupiah
  /// The legs without the payer's.
  let postings: [Posting]
  /// The plan that it begins.
  let newPlan: NewPlan?
  /// Whether the payer said what it settles.
  let isKept: Bool
  /// What it leaves of the loan; nil where later payments are to be divided again after it.
  let remainder: LoanRemainder?

  /// Whether later payments are to be divided again after it.
  var isLate: Bool { remainder == nil }
  /// The interest cut in advance that the new plan gives back.
  var returned: Rupiah { newPlan?.returned ?? .zero }

  /// - Throws: `amount.overflow`.
  init(record: LoanRecord, _ repayment: Repayment) throws(LedgerError) {
    loan = record.loan
    id = record.id
    product = record.product
    principal = record.state.accounts?.principal
    date = repayment.date
    split = repayment.split
    paid = try repayment.paid()
    postings = repayment.postings
    newPlan = repayment.newPlan
    isKept = repayment.isKept
    // Its number does not matter: nothing comes after it.
    remainder =
      repayment.isLate ? nil : try repayment.after(EntryNumber(.max)).remainder(on: repayment.date)
  }
}
