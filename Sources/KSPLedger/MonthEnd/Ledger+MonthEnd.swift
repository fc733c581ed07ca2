import GRDB
public import KSPCore

extension Ledger {
  /// What a month end would post; nothing is stored.
  ///
  /// It takes the same way as ``runMonthEnd(_:note:progress:)``, so the figures are those.
  ///
  /// - Parameters:
  ///   - month: The next open month.
  ///   - progress: Hears how many members are done.
  /// - Returns: What would be posted for each product.
  /// - Throws: `month.earlierOpen` when an earlier month is not closed, `amount.overflow`.
  public func previewMonthEnd(
    _ month: BookMonth, progress: ((Int) -> Void)? = nil
  ) throws(LedgerError) -> MonthEndReport {
    try store.read { db in
      let catalog = try catalog(db)
      if let done = try MonthEndHistory.report(db, month, catalog) { return done }
      try requireNext(month, catalog)
      return try MonthEndRun(
        db, month: month, catalog: catalog, session: nil, note: EntryNote()
      ).run(progress: progress)
    }
  }

  /// Posts the interest of a month, withholds its tax and closes the month (tutup bulan).
  ///
  /// One voucher per product, all in one transaction: it happens wholly or not at all. A month that
  /// was run before is left as it is, and its report says so.
  ///
  /// - Parameters:
  ///   - month: The next open month.
  ///   - note: Reference, memo and author of the closing.
  ///   - progress: Hears how many members are done.
  /// - Returns: What was posted for each product.
  /// - Throws: `month.earlierOpen`, `opening.incomplete` while the clearing account of the opening
  ///   balances is not zero, `amount.overflow`.
  public func runMonthEnd(
    _ month: BookMonth, note: EntryNote = EntryNote(), progress: ((Int) -> Void)? = nil
  ) throws(LedgerError) -> MonthEndReport {
    try changeCatalog { session in
      let (db, catalog) = (session.db, session.catalog)
      if let done = try MonthEndHistory.report(db, month, catalog) { return done }
      try requireNext(month, catalog)
      let clearing = try Int64.fetchOne(
        db, sql: "SELECT balance FROM accountBalance WHERE account = ?",
        arguments: [catalog.account(.openingClearing).value])
      guard clearing == 0 else {
        throw LedgerError.openingIncomplete(difference: Rupiah(sen: clearing ?? 0))
      }
      return try MonthEndRun(
        db, month: month, catalog: catalog, session: session, note: note
      ).run(progress: progress)
    }
  }

  /// The report of a month that was run; nil while it is open.
  ///
  /// - Throws: What reading the file can throw.
  public func monthEnd(_ month: BookMonth) throws(LedgerError) -> MonthEndReport? {
    try store.read { db in try MonthEndHistory.report(db, month, try catalog(db)) }
  }

  /// The withholding slips of a month (bukti potong), by member number; at 0 % as well.
  ///
  /// - Throws: What reading the file can throw.
  public func withholdingSlips(_ month: BookMonth) throws(LedgerError) -> [WithholdingSlip] {
    try store.read { db in try MonthEndHistory.slips(db, month) }
  }

  /// The working of an account's interest for a month, recomputed and compared with the book.
  ///
  /// - Throws: `account.unknown` for anything but a member's account, `amount.overflow`.
  public func explain(
    _ code: AccountCode, _ month: BookMonth
  ) throws(LedgerError) -> InterestExplanation {
    try store.read { db in
      try InterestExplainer(db, month: month, catalog: try catalog(db)).explain(code)
    }
  }

  /// What the end of a month finds out about a loan, recomputed and compared with the book: the
  /// interest of its installments, what becomes income, late fees, arrears, class and allowance.
  ///
  /// Of a month that is not closed it is what a month end would do now.
  ///
  /// - Throws: `loan.unknown`, `amount.overflow`.
  public func explainLoan(
    _ number: String, _ month: BookMonth
  ) throws(LedgerError) -> LoanExplanation {
    try store.read { db in
      try LoanExplainer(db, month: month, catalog: try catalog(db)).explain(number)
    }
  }

  private func requireNext(_ month: BookMonth, _ catalog: Catalog) throws(LedgerError) {
    let open = try catalog.openMonth()
    guard month >= open else { throw .dateBeforeBook(month.firstDay, first: open) }
    guard month == open else { throw .monthEarlierOpen(month, open: open) }
  }
}
