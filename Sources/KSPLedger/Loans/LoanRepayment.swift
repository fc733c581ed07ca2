import KSPCore

/// A payment that was worked out for a loan of the book.
struct LoanRepayment {
  let record: LoanRecord
  let repayment: Repayment
}
