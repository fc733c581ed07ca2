extension BookStatus {
  /// The next sensible step on a day: members first, then opening balances that add up, a month
  /// that entries have gone beyond, a copy every week, a month that has ended, and else the
  /// counter.
  package func step(on today: BookDate) -> Remedy {
    if members == 0 { return .member(.add) }
    if !openingDifference.isZero { return .journal(.seeTrialBalance) }
    if entries == 0 { return .savings(.deposit(nil)) }
    if let last = lastBookDate, last.month > openMonth { return .month(.preview(openMonth)) }
    guard let backup = lastBackupAt, backup.day(offsetSeconds: 0).days(until: today) <= 7 else {
      return .book(.backUp)
    }
    return today.month > openMonth ? .month(.preview(openMonth)) : .savings(.deposit(nil))
  }
}
