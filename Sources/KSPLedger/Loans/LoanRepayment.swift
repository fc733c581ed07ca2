import KSPCore

/// A payment that was worked out for a loan of the book.
///
/// An object, as the lists of a payroll office hand on thousands of them, and each carries a loan
/// with its plan and payments.
final class LoanRepayment {
  let record: LoanRecord
  let repayment: Repayment

  init(record: LoanRecord, repayment: Repayment) {
    self.record = record
    self.repayment = repayment
  }
}
