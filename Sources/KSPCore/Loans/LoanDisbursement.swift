/// What paying a loan out leaves behind: the loan, and the receipt, with what should be looked at.
public struct LoanDisbursement: Hashable, Sendable, Codable {
  /// The loan as it runs from now on.
  public let loan: Loan
  /// The receipt of what was paid out.
  public var receipt: Receipt

  /// Gathers what was left.
  package init(loan: Loan, receipt: Receipt) {
    self.loan = loan
    self.receipt = receipt
  }
}
