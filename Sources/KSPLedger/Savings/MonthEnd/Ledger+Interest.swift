public import KSPCore

extension Ledger {
  /// The working of an account's interest for a month, recomputed and compared with the book.
  ///
  /// - Throws: `account.unknown` for anything but a member's account, `amount.overflow`.
  public func explain(
    _ code: AccountCode, _ month: BookMonth
  ) throws(LedgerError) -> InterestExplanation {
    try store.read { db in
      try InterestExplainer(db, month: month, catalog: try catalog(db)).explain(code)
    }
  }
}
