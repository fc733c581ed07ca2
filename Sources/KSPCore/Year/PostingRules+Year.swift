extension PostingRules {
  /// Jurnal penutup: what accounts of income and expense moved goes to the SHU of the year.
  ///
  /// `moved` is debit positive, none of it zero. Nothing where nothing moved.
  package static func yearClosing(
    _ moved: [Posting], shu: AccountID
  ) throws(LedgerError) -> [Posting] {
    let legs = try reversal(of: moved)
    let result = try moved.map(\.amount).sum()
    return result.isZero ? legs : legs + [.debit(shu, result)]
  }

  /// Pengesahan: the SHU that the meeting ratified waits to be divided, or its loss to be covered.
  package static func yearRatification(
    _ shu: Rupiah, current: AccountID, undistributed: AccountID
  ) throws(LedgerError) -> [Posting] {
    shu.isZero ? [] : [.debit(current, shu), try .credit(undistributed, shu)]
  }

  /// Reserves take the place of a loss.
  package static func lossCover(
    _ reserves: [Posting], undistributed: AccountID
  ) throws(LedgerError) -> [Posting] {
    reserves + [try .credit(undistributed, reserves.map(\.amount).sum())]
  }
}
