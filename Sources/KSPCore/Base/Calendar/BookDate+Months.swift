extension BookDate {
  /// The day so many months later, on the same day of the month or the last one of a shorter month.
  ///
  /// Counted from one day, not from one result to the next: three months after 30 January is
  /// 30 April, though one month after it is 28 February.
  ///
  /// - Throws: `month.unreadable` outside the years 1 to 9999.
  package func adding(months: Int) throws(LedgerError) -> BookDate {
    let (sum, overflow) = Int(month.ordinal).addingReportingOverflow(months)
    guard !overflow, let ordinal = Int32(exactly: sum) else { throw .monthUnreadable("#\(months)") }
    let later = try BookMonth(ordinal: ordinal)
    return .unchecked(later.firstDay.dayNumber + Int32(min(components.day, later.dayCount) - 1))
  }
}
