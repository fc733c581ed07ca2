import GRDB
public import KSPCore

extension Ledger {
  /// The interest that was earned by the end of a month and falls due later, with what was paid in
  /// advance and is not earned yet (daftar akrual jasa).
  ///
  /// A closed month says what its end left, beside the accounts of the ledger; an open one what its
  /// end would set aside as the book is now.
  ///
  /// - Parameter month: The month.
  /// - Returns: The list.
  /// - Throws: `account.unknown` for a chart without the accounts that hold it.
  public func accruals(of month: BookMonth) throws(LedgerError) -> AccrualList {
    try store.read { db in
      try AccrualListReader(
        month: EndingMonth(db, month, catalog(db), MonthEndDesk(db, month, .proof))
      ).list()
    }
  }
}
