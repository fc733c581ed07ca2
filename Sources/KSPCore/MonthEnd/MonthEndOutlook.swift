/// What stands before a month end, and what comes next (periksa tutup bulan).
public struct MonthEndOutlook: Hashable, Sendable, Codable {
  /// The month that is to be closed next.
  public let month: BookMonth
  /// The day of the look.
  public let today: BookDate
  /// What the clearing account of the opening balances holds; the month cannot be closed before it
  /// is zero.
  public let openingDifference: Rupiah
  /// What stands in the way, what is to be put right first before the rest, each as the month end
  /// would refuse it:
  /// opening balances that do not add up, lists that do not agree with the ledger, or else what a
  /// rehearsal of the month end came upon. Empty where nothing does.
  public let obstacles: [LedgerError]
  /// The accounts on which the ledger does not agree with a list of the book.
  public let differences: [ListDifference]
  /// What needs a word.
  public let findings: [MonthFinding]

  /// Gathers it.
  package init(
    month: BookMonth, today: BookDate, openingDifference: Rupiah, obstacles: [LedgerError],
    differences: [ListDifference] = [], findings: [MonthFinding]
  ) {
    self.month = month
    self.today = today
    self.openingDifference = openingDifference
    self.obstacles = obstacles
    self.differences = differences
    self.findings = findings
  }

  /// Whether the month has come to its last day.
  public var hasEnded: Bool { today >= month.lastDay }

  /// Whether the month may be closed today.
  public var isReady: Bool { hasEnded && obstacles.isEmpty }

  /// What comes next: what stands in the way, or else a look at what the month end would post.
  public var nextStep: Remedy {
    guard let first = obstacles.first else { return .month(.preview(month)) }
    return first.remedies.first ?? .journal(.seeTrialBalance)
  }
}
