import GRDB
public import KSPCore

extension Ledger {
  /// The period of a statement of which one end or none is given.
  ///
  /// One month is the least that it shows: that of the end that was given, or the one that was
  /// open. Without a last day it reaches to the last entry of the book, so that nothing that was
  /// handed out a receipt for is missing.
  ///
  /// - Parameters:
  ///   - first: The first day, if it is given.
  ///   - last: The last day, if it is given.
  ///   - asRecordedThrough: The point at which the book is looked at; nil for now.
  /// - Returns: The days.
  /// - Throws: `period.backwards`, `known.beyond`.
  public func statementPeriod(
    from first: BookDate? = nil, through last: BookDate? = nil,
    asRecordedThrough: KnowledgePoint? = nil
  ) throws(LedgerError) -> BookPeriod {
    let (open, latest) = try store.read { db in
      let state = try knownState(db, at: asRecordedThrough)
      let latest = try Int64.fetchOne(
        db, sql: "SELECT bookDate FROM entry WHERE id <= ? ORDER BY bookDate DESC LIMIT 1",
        arguments: [state.entry])
      return (try openMonth(db, state), try latest.map { try BookDate(stored: $0) })
    }
    let start = first ?? last?.month.firstDay ?? open.firstDay
    let end = max(start.month.lastDay, first == nil ? latest ?? start : start)
    return try BookPeriod(from: start, through: last ?? end)
  }

  /// The month that was to be closed next.
  private func openMonth(_ db: Database, _ state: KnownState) throws -> BookMonth {
    let catalog = try catalog(db)
    guard !state.isAll else { return try catalog.openMonth() }
    let closed = try SQLStatement(
      db, "SELECT month FROM closedMonth WHERE lastEntry <= ? ORDER BY month DESC",
      isShared: false)
    closed.bind(state.entry, at: 1)
    while try closed.step() {
      guard let ordinal = Int32(exactly: closed.int64(0)) else { continue }
      let month = try BookMonth(ordinal: ordinal)
      let isKnown = try Bool.fetchOne(
        db,
        sql: """
          SELECT EXISTS (SELECT 1 FROM event
            WHERE subject = ? AND kind = \(EventKind.monthClosed.sql) AND number <= ?)
          """, arguments: [month.description, state.event])
      if isKnown == true { return try month.next() }
    }
    return catalog.settings.firstMonth
  }
}
