extension PostingRules {
  /// Something for years is bought: it takes the place of the money.
  package static func assetPurchase(
    _ cost: Rupiah, asset: AccountID, cash: AccountID
  ) throws(LedgerError) -> [Posting] {
    [.debit(asset, cost), try .credit(cash, cost)]
  }

  /// It leaves: its cost and what was written off go, the money comes, and the rest is a gain or a
  /// loss.
  package static func assetDisposal(
    cost: Rupiah, accumulated: Rupiah, proceeds: Rupiah, asset: AccountID,
    accumulatedAccount: AccountID, cash: AccountID, gain: AccountID, loss: AccountID
  ) throws(LedgerError) -> [Posting] {
    let result = try proceeds + accumulated - cost
    let legs = [
      Posting.debit(cash, proceeds), .debit(accumulatedAccount, accumulated),
      try .credit(asset, cost),
      result.isNegative
        ? .debit(loss, try result.negated()) : try .credit(gain, result),
    ]
    return legs.filter { !$0.amount.isZero }
  }
}
