import GRDB
public import KSPCore

extension Ledger {
  /// What a month end would post; nothing is stored.
  ///
  /// It takes the same way as `runMonthEnd(_:reference:note:progress:)`, so the figures are
  /// those, and so is what it refuses.
  ///
  /// - Parameters:
  ///   - month: The next open month.
  ///   - reference: The caller's key: the same one with the same content is done once.
  ///   - note: Memo and author that the closing would carry.
  ///   - progress: Hears how many members, then loans, of how many are done.
  /// - Returns: What would be posted for each product.
  /// - Throws: What `runMonthEnd(_:reference:note:progress:)` throws.
  public func previewMonthEnd(
    _ month: BookMonth, reference: String? = nil, note: EntryNote = EntryNote(),
    progress: ((StageProgress) throws -> Void)? = nil
  ) throws(LedgerError) -> MonthEndReport {
    try previewMonthEnd(
      month, note: note.keyed(by: reference), passes: MonthEndPasses.all, progress: progress)
  }

  /// Posts the interest of a month, withholds its tax and closes the month (tutup bulan).
  ///
  /// One voucher per product, all in one transaction: it happens wholly or not at all. A month that
  /// was run before is left as it is, and its report, read from what it left, says so. Where it
  /// runs in a task that is cancelled, or `progress` throws, it stops between two members or loans
  /// and the month stays open.
  ///
  /// A month is closed on its last day at the earliest; earlier only with
  /// `EntryNote.Exceptions.beforeEnd` and a memo that says why.
  ///
  /// - Parameters:
  ///   - month: The next open month.
  ///   - reference: The caller's key: the same one with the same content is done once.
  ///   - note: Memo and author of the closing.
  ///   - progress: Hears how many members, then loans, of how many are done.
  /// - Returns: What was posted for each product.
  /// - Throws: `month.earlierOpen`, `month.notOver`, `month.reasonMissing`, `opening.incomplete`
  ///   while the clearing account of the opening balances is not zero, `month.listsDiffer` while a
  ///   list does not agree with the ledger, `reference.reused`, `month.cancelled`,
  ///   `amount.overflow`, and what posting interest that falls due can throw, such as
  ///   `cash.belowZero`.
  public func runMonthEnd(
    _ month: BookMonth, reference: String? = nil, note: EntryNote = EntryNote(),
    progress: ((StageProgress) throws -> Void)? = nil
  ) throws(LedgerError) -> MonthEndReport {
    try runMonthEnd(
      month, note: note.keyed(by: reference), passes: MonthEndPasses.all, progress: progress)
  }

  func previewMonthEnd(
    _ month: BookMonth, note: EntryNote = EntryNote(), passes: [any MonthEndPass.Type],
    progress: ((StageProgress) throws -> Void)? = nil
  ) throws(LedgerError) -> MonthEndReport {
    let today = try today()
    if try monthEndPostsFirst(month), try !store.isReadOnly {
      // What falls due on days of its own is posted first, and taken back.
      return try changeCatalog(dryRun: true) { session in
        try MonthEndRun.requireClear(month, session.db, session.catalog)
        try MonthEndPasses.prepare(month, session, note: note)
        let desk = MonthEndDesk(session.db, month, .preview, note: note, progress: progress)
        return try MonthEndRun.end(
          session.db, session.catalog, desk, today: today, passes: passes)
      }
    }
    return try store.read { db in
      let desk = MonthEndDesk(db, month, .preview, note: note, progress: progress)
      return try MonthEndRun.end(db, catalog(db), desk, today: today, passes: passes)
    }
  }

  func runMonthEnd(
    _ month: BookMonth, note: EntryNote = EntryNote(), passes: [any MonthEndPass.Type],
    progress: ((StageProgress) throws -> Void)? = nil
  ) throws(LedgerError) -> MonthEndReport {
    try changeCatalog { session in
      try MonthEndRun.requireClear(month, session.db, session.catalog)
      try MonthEndPasses.prepare(month, session, note: note)
      let desk = MonthEndDesk(session.db, month, .run(session), note: note, progress: progress)
      return try MonthEndRun.end(
        session.db, session.catalog, desk, today: session.days.today, passes: passes)
    }
  }

  /// Whether the end of a month posts something on days of its own first: interest of term deposits
  /// whose value date has come. A preview takes it into account where the book is open for posting;
  /// in one that is open for reading alone the report names it, and its tax leaves it out.
  ///
  /// - Throws: What reading the file can throw.
  public func monthEndPostsFirst(_ month: BookMonth) throws(LedgerError) -> Bool {
    try store.read { db in try MonthEndPasses.arePending(month, db) }
  }

  /// The month that is to be closed: the open one, once it has ended; nil until then.
  ///
  /// What runs every night asks for it, and does nothing where there is none:
  ///
  /// ```swift
  /// if let month = try ledger.monthToClose() { _ = try ledger.runMonthEnd(month) }
  /// ```
  ///
  /// - Throws: What reading the file can throw.
  public func monthToClose() throws(LedgerError) -> BookMonth? {
    let today = try today()
    return try store.read { db in
      let open = try catalog(db).openMonth()
      return today > open.lastDay ? open : nil
    }
  }

  /// What stands before the month that is to be closed next, and what comes next (periksa tutup
  /// bulan).
  ///
  /// ```swift
  /// let outlook = try ledger.monthEndOutlook()
  /// for finding in outlook.findings { print(finding.kind.name, finding.count) }
  /// ```
  ///
  /// Where nothing stands in the way at once it rehearses the month end, so that what that would
  /// refuse is known before: cash that would not be there for interest, for example. It costs as
  /// much as `previewMonthEnd(_:reference:note:progress:)` and finds what that finds: in a book
  /// that is open for reading alone, without what is posted on days of its own
  /// (``monthEndPostsFirst(_:)``).
  ///
  /// - Returns: What stands in the way, and what needs a word but does not.
  /// - Throws: What reading the file can throw.
  public func monthEndOutlook() throws(LedgerError) -> MonthEndOutlook {
    let today = try today()
    func ending(_ db: Database) throws -> EndingMonth {
      let catalog = try catalog(db)
      let open = try catalog.openMonth()
      return EndingMonth(db, open, catalog, MonthEndDesk(db, open, .preview))
    }
    // What a rehearsal finds needs not be looked for before it.
    let (month, found, findings) = try store.read { db in
      let month = try ending(db)
      let found = try MonthEndObstacles(month)
      let isClear = found.errors.isEmpty
      return (month.month, found, isClear ? nil : try MonthEndQuestions.findings(month))
    }
    func outlook(_ obstacles: [LedgerError], _ findings: [MonthFinding]) -> MonthEndOutlook {
      MonthEndOutlook(
        month: month, today: today, openingDifference: found.openingDifference,
        obstacles: obstacles, differences: found.differences, findings: findings)
    }
    if let findings { return outlook(found.errors, findings) }
    do throws(LedgerError) {
      let look = EntryNote(memo: "outlook", exceptions: .beforeEnd)
      return outlook([], try previewMonthEnd(month, note: look).findings)
    } catch {
      guard error.isRefusal else { throw error }
      return outlook([error], try store.read { db in try MonthEndQuestions.findings(ending(db)) })
    }
  }

  /// The report of a month that was run; nil while it is open.
  ///
  /// - Throws: What reading the file can throw.
  public func monthEnd(_ month: BookMonth) throws(LedgerError) -> MonthEndReport? {
    try store.read { db in
      try MonthEndRun.read(
        EndingMonth(db, month, try catalog(db), MonthEndDesk(db, month, .proof)))
    }
  }
}
