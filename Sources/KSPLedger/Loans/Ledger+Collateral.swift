public import KSPCore

extension Ledger {
  /// Takes collateral for a loan after it was applied for (agunan tambahan). It counts for class
  /// and allowance from the day on.
  ///
  /// - Parameters:
  ///   - collaterals: What secures the loan from then on.
  ///   - number: The loan: asked for, granted or owed.
  ///   - date: The day, in an open month.
  ///   - reference: The caller's key: the same one with the same content is done once.
  ///   - note: Memo and author.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Returns: The slip for who brought it.
  /// - Throws: `loan.unknown`, `loan.notAtStep`, `loan.dateTooEarly`, `amount.notPositive`,
  ///   `entry.noteUnacceptable`, `period.closed`, `reference.reused`.
  public func addCollateral(
    _ collaterals: [Collateral], to number: LoanNumber, on date: BookDate,
    reference: String? = nil, note: EntryNote = EntryNote(), dryRun: Bool = false
  ) throws(LedgerError) -> CollateralSlip {
    try post(dryRun: dryRun) { session in
      try CollateralDesk(session).add(
        number, collaterals, on: date, note: note.keyed(by: reference))
    }
  }

  /// Gives collateral back (pengembalian agunan). From the day on it no longer counts.
  ///
  /// - Parameters:
  ///   - number: The loan.
  ///   - lines: Which of it, by its numbers on the card; nil for all that is held.
  ///   - date: The day, in an open month.
  ///   - whileOwed: Whether it is meant although the loan is still owed; the memo then has to say
  ///     why.
  ///   - reference: The caller's key: the same one with the same content is done once.
  ///   - note: Memo and author.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Returns: The slip for who takes it.
  /// - Throws: `loan.unknown`, `loan.collateralUnknown`, `loan.collateralNeeded` while the loan is
  ///   owed, `loan.reasonMissing`, `loan.dateTooEarly`, `period.closed`, `reference.reused`.
  public func releaseCollateral(
    of number: LoanNumber, lines: [Int]? = nil, on date: BookDate, whileOwed: Bool = false,
    reference: String? = nil, note: EntryNote = EntryNote(), dryRun: Bool = false
  ) throws(LedgerError) -> CollateralSlip {
    try post(dryRun: dryRun) { session in
      try CollateralDesk(session).release(
        number, lines: lines, on: date, whileOwed: whileOwed, note: note.keyed(by: reference))
    }
  }
}
