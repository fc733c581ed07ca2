extension BookStatus {
  /// The next sensible step in a book.
  public enum NextStep: Hashable, Sendable {
    /// Nobody is in the register yet.
    case addMember
    /// The opening balances do not add up.
    case findOpeningDifference
    /// Nothing waits: the next event at the counter.
    case post
    /// A month has ended, or entries lie beyond it.
    case endMonth(BookMonth)
    /// The last copy is older than a week, or there is none.
    case backUp
  }

  /// The next sensible step on a day: members first, then opening balances that add up, a month
  /// that entries have gone beyond, a copy every week, a month that has ended, and else the
  /// counter.
  public func nextStep(today: BookDate) -> NextStep {
    if members == 0 { return .addMember }
    if !openingDifference.isZero { return .findOpeningDifference }
    if entries == 0 { return .post }
    if let last = lastBookDate, last.month > openMonth { return .endMonth(openMonth) }
    guard let backup = lastBackupAt, backup.day(offsetSeconds: 0).days(until: today) <= 7 else {
      return .backUp
    }
    return today.month > openMonth ? .endMonth(openMonth) : .post
  }
}
