/// What stands before a month end, and what comes next (periksa tutup bulan).
public struct MonthEndOutlook: Hashable, Sendable {
  /// The month that is to be closed next.
  public let month: BookMonth
  /// The day of the look.
  public let today: BookDate
  /// What the clearing account of the opening balances holds; the month cannot be closed before it
  /// is zero.
  public let openingDifference: Rupiah
  /// What needs a word.
  public let findings: [MonthFinding]

  /// Gathers it.
  package init(
    month: BookMonth, today: BookDate, openingDifference: Rupiah, findings: [MonthFinding]
  ) {
    self.month = month
    self.today = today
    self.openingDifference = openingDifference
    self.findings = findings
  }

  /// Whether the month has come to its last day.
  public var hasEnded: Bool { today >= month.lastDay }

  /// Whether the month may be closed today.
  public var isReady: Bool { hasEnded && openingDifference.isZero }

  /// What comes next: what stands in the way, or else a look at what the month end would post.
  public var nextStep: Remedy {
    openingDifference.isZero ? .month(.preview(month)) : .journal(.seeTrialBalance)
  }
}
