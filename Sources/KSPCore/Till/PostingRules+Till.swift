extension PostingRules {
  /// Pindah kas: Dr kas penerima / Cr kas pemberi.
  package static func cashMove(
    _ amount: Rupiah, from giver: AccountID, to receiver: AccountID
  ) throws(LedgerError) -> [Posting] {
    [.debit(receiver, amount), try .credit(giver, amount)]
  }

  /// Selisih kas: kurang Dr beban selisih / Cr kas, lebih Dr kas / Cr pendapatan selisih. The
  /// difference is what was counted beyond what the book said.
  package static func tillDifference(
    _ difference: Rupiah, of till: AccountID, on account: AccountID
  ) throws(LedgerError) -> [Posting] {
    difference.isPositive
      ? [.debit(till, difference), try .credit(account, difference)]
      : [.debit(account, try difference.negated()), Posting(account: till, amount: difference)]
  }
}
