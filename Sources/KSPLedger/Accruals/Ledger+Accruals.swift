import GRDB
public import KSPCore

extension Ledger {
  /// The interest that was earned by the end of a month and falls due later, with what was paid in
  /// advance and is not earned yet (daftar akrual jasa).
  ///
  /// A closed month says what its end left, beside the accounts of the ledger; an open one what its
  /// end would set aside as the book is now. What that end posts first, such as deposits that run
  /// again, is in ``previewAccruals(of:)``.
  ///
  /// - Parameter month: The month.
  /// - Returns: The list.
  /// - Throws: `account.unknown` for a chart without the accounts that hold it.
  public func accruals(of month: BookMonth) throws(LedgerError) -> AccrualList {
    try store.read { db in try Self.accruals(of: month, db, try catalog(db)) }
  }

  /// The same of the open month, with what its end posts on days of its own first: interest that
  /// falls due until then, deposits that run again, orders, fees. Nothing is stored.
  ///
  /// - Parameter month: The month; any but the open one is as in ``accruals(of:)``.
  /// - Returns: The list.
  /// - Throws: `account.unknown` for a chart without the accounts that hold it, `book.readOnly`.
  public func previewAccruals(of month: BookMonth) throws(LedgerError) -> AccrualList {
    try changeCatalog(dryRun: true) { session in
      // A look is allowed at any time.
      try MonthEndPasses.prepare(month, session, note: EntryNote(exceptions: .beforeEnd))
      return try Self.accruals(of: month, session.db, session.catalog)
    }
  }

  private static func accruals(
    of month: BookMonth, _ db: Database, _ catalog: Catalog
  ) throws -> AccrualList {
    try AccrualListReader(
      month: EndingMonth(db, month, catalog, MonthEndDesk(db, month, .proof))
    ).list()
  }
}
