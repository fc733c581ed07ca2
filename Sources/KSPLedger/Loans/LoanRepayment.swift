import KSPCore

/// A payment that was worked out for a loan of the book.
///
/// An object, as the lists of a payroll office hand on thousands of them: each carries the loan
/// with its plan twice, before and after.
final class LoanRepayment {
  let record: LoanRecord
  let repayment: Repayment

  init(record: LoanRecord, repayment: Repayment) {
    self.record = record
    self.repayment = repayment
  }
}
