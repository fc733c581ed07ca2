public import KSPCore

extension Ledger {
  /// The cash book (buku kas) of some days: what was there, every receipt and payment, and what is
  /// left, with the sums since 1 January where the days are a whole month.
  ///
  /// ```swift
  /// let january = try ledger.cashBook(in: BookPeriod(BookMonth(parsing: "2026-01")))
  /// print(january.opening, january.received, january.paid, january.closing)
  /// ```
  ///
  /// - Parameters:
  ///   - period: The days.
  ///   - accounts: The accounts; empty for all that are cash and no bank, of which those that never
  ///     held anything are left out.
  ///   - recordedBy: Exactly who recorded what is shown; nil for everybody.
  ///   - asRecordedThrough: Leaves out what was recorded after this point, and shows names as they
  ///     were; nil for everything.
  /// - Returns: The cash book, checked to add up.
  /// - Throws: `account.unknown`, `account.termsUnfit` for an account that is not cash,
  ///   `statement.inconsistent`, `known.beyond`.
  public func cashBook(
    in period: BookPeriod, accounts: [AccountCode] = [], recordedBy: String? = nil,
    asRecordedThrough: KnowledgePoint? = nil
  ) throws(LedgerError) -> CashBook {
    try store.read { db in
      try CashBookReader(
        db: db, memory: shared.memory, period: period,
        state: knownState(db, at: asRecordedThrough), recordedBy: recordedBy
      ).book(of: accounts)
    }
  }
}
