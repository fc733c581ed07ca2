import KSPCore

/// What stands in the way of closing an open month, whatever its passes come upon.
struct MonthEndObstacles {
  /// What the clearing account of the opening balances holds.
  let openingDifference: Rupiah
  /// Where a list and the ledger do not agree.
  let differences: [ListDifference]

  init(_ month: EndingMonth) throws {
    openingDifference = try MonthEndRun.openingDifference(month.book, month.catalog)
    differences = try ControlLists.differences(month)
  }

  /// The same as what a month end is refused with, the first one before the others.
  var errors: [LedgerError] {
    [
      openingDifference.isZero ? nil : .openingIncomplete(difference: openingDifference),
      differences.isEmpty ? nil : .listsDiffer(differences),
    ].compactMap(\.self)
  }
}
