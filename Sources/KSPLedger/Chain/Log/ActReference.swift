/// The reference of an act, as an expression of SQL.
enum ActReference {
  /// The reference of an event or entry that is called `row` in a query: its own, or that of the
  /// first event of its act.
  ///
  /// The first event may be an entry, which the file finds by its voucher: between two events
  /// without legs every number is an entry's.
  static func sql(_ row: StaticString) -> String {
    """
    coalesce(\(row).reference,
      (SELECT reference FROM event WHERE number = \(row).act),
      (SELECT f.reference FROM entry f WHERE f.event = \(row).act AND f.id = \(row).act - ifnull(
        (SELECT v.number - v.afterEntry FROM event v WHERE v.number < \(row).act
          ORDER BY v.number DESC LIMIT 1), 0)))
    """
  }
}
