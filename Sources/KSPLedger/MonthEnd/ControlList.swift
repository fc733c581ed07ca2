import KSPCore

/// A list that a room keeps beside accounts of the ledger: the two must agree before a month is
/// closed, also where the list is empty.
protocol ControlList: SendableMetatype {
  /// The accounts on which the ledger says something else at the end of a month that is still open,
  /// before the month adds to either.
  static func differences(_ month: EndingMonth) throws -> [ListDifference]
}
