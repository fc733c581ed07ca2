/// One leg of an entry (ayat jurnal): an account and a signed amount, debits positive.
package struct Posting: Hashable, Sendable {
  /// The account that is touched.
  package let account: AccountID
  /// The amount; positive for a debit, negative for a credit, never zero in a valid entry.
  package let amount: Rupiah

  /// A leg with a debit-positive amount.
  package init(account: AccountID, amount: Rupiah) {
    self.account = account
    self.amount = amount
  }

  /// A debit leg.
  package static func debit(_ account: AccountID, _ amount: Rupiah) -> Posting {
    Posting(account: account, amount: amount)
  }

  /// A credit leg.
  ///
  /// - Throws: `amount.overflow` for the one amount that cannot be negated.
  package static func credit(_ account: AccountID, _ amount: Rupiah) throws(LedgerError) -> Posting
  {
    Posting(account: account, amount: try amount.negated())
  }

  /// The side of the leg.
  package var side: Side { amount.isNegative ? .credit : .debit }
}
