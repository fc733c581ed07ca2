public import KSPCore

extension Ledger {
  /// What the end of a month finds out about a loan, recomputed and compared with the book: the
  /// interest of its installments, what becomes income, late fees, arrears, class and allowance.
  ///
  /// Of a month that is not closed it is what a month end would do now.
  ///
  /// - Throws: `loan.unknown`, `amount.overflow`.
  public func explainLoan(
    _ number: LoanNumber, _ month: BookMonth
  ) throws(LedgerError) -> LoanExplanation {
    try store.read { db in
      try LoanExplainer(db, month: month, catalog: try catalog(db)).explain(number)
    }
  }
}
