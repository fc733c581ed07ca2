import GRDB
public import KSPCore

extension Ledger {
  /// Where a year of the book stands (tutup tahun): its months, its SHU with all adjustments, what
  /// must still hold before the closing voucher, and what the meeting decided.
  ///
  /// ```swift
  /// let end = try ledger.yearEnd(2025)
  /// if end.state == .ratified { print(end.shu, end.decision ?? "") }
  /// ```
  ///
  /// - Parameter year: The calendar year in which it begins.
  /// - Returns: Where it stands.
  /// - Throws: `year.beforeBook`, `month.unreadable` for a year that there is not.
  public func yearEnd(_ year: Int) throws(LedgerError) -> YearEnd {
    try store.read { db in
      let reader = try yearReader(db)
      return try reader.yearEnd(reader.year(year))
    }
  }

  /// What the closing voucher of a year would move; nothing is stored.
  ///
  /// It takes the same way as `runYearEnd(_:reference:note:)`, so the figures are those, and so is
  /// what it refuses.
  ///
  /// - Parameter year: The calendar year in which it begins.
  /// - Returns: What would be moved from each account.
  /// - Throws: What `runYearEnd(_:reference:note:)` throws.
  public func previewYearEnd(_ year: Int) throws(LedgerError) -> YearClosing {
    try store.read { db in
      let reader = try yearReader(db)
      return try YearRun(reader: reader, year: reader.year(year)).find().closing
    }
  }

  /// Closes a year (tutup tahun): a voucher on its last day moves every account of income and
  /// expense to the SHU of the year. Statements of its income leave that voucher out.
  ///
  /// A year that was closed before is left as it is. Adjustments may still follow until the meeting
  /// has ratified it; each brings its own part to the SHU.
  ///
  /// - Parameters:
  ///   - year: The calendar year in which it begins.
  ///   - reference: The caller's key: the same one with the same content is done once.
  ///   - note: Memo and author of the closing.
  /// - Returns: What was moved from each account.
  /// - Throws: `year.monthsOpen`, `year.earlierOpen` where the book has an earlier year that is not
  ///   closed, `year.roleMissing`, `year.beforeBook`, `opening.incomplete`, `reference.reused`.
  @discardableResult
  public func runYearEnd(
    _ year: Int, reference: String? = nil, note: EntryNote = EntryNote()
  ) throws(LedgerError) -> YearClosing {
    try post { session in try yearDesk(session).close(year, note: note.keyed(by: reference)) }
  }

  /// Adjusts a year in its closing period (jurnal penyesuaian): once its months are closed, and
  /// until the meeting has ratified it. The entry counts on the last day of the year; months and
  /// business of the new year stay as they are.
  ///
  /// ```swift
  /// try ledger.adjustYear(
  ///   YearAdjustment(
  ///     of: 2025,
  ///     legs: [
  ///       .init(account: "5-2900", amount: 3_000_000),
  ///       .init(account: "1-1290", amount: -3_000_000),
  ///     ], document: "Laporan auditor 12/2026"),
  ///   note: EntryNote(memo: "Penyisihan menurut auditor", recordedBy: "sari"))
  /// ```
  ///
  /// - Parameters:
  ///   - adjustment: The legs and the paper that they stand on.
  ///   - reference: The caller's key: the same one with the same content returns the first receipt.
  ///   - note: Why, and who records it.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Returns: The receipt.
  /// - Throws: `year.monthsOpen`, `year.ratified`, `year.reasonMissing` without memo or author,
  ///   `year.accountUnfit` for cash, banks and what a year's end keeps itself, `account.ownAct`,
  ///   `account.unknown`, `account.notPostable`, `account.closed`, `entry.unbalanced`,
  ///   `entry.tooFewLegs`, `entry.zeroLeg`, `entry.noteUnacceptable`, `year.beforeBook`,
  ///   `reference.reused`, `reference.reversed`.
  @discardableResult
  public func adjustYear(
    _ adjustment: YearAdjustment, reference: String? = nil, note: EntryNote, dryRun: Bool = false
  ) throws(LedgerError) -> Receipt {
    try post(dryRun: dryRun) { session in
      try yearDesk(session).adjust(adjustment, note: note.keyed(by: reference))
    }
  }

  /// Records that the members' meeting ratified a year (pengesahan): from then on nothing in it
  /// changes any more, and its SHU waits on the account with the role `shu-undistributed` to be
  /// divided, or its loss to be covered.
  ///
  /// Of a year that ended before the book began the opening balances hold the SHU; where its
  /// meeting comes later, `shu` says how much of them it is.
  ///
  /// - Parameters:
  ///   - year: The calendar year in which it begins.
  ///   - date: The day of the meeting. Where its month is closed, the voucher stands on the first
  ///     day that is open.
  ///   - decision: The number of its decision.
  ///   - shu: The SHU after tax that it ratified, negative for a loss; needed for a year before the
  ///     book, and checked where the book has the year.
  ///   - reference: The caller's key: the same one with the same content is done once.
  ///   - note: Memo and author.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Returns: Where the year stands then.
  /// - Throws: `year.monthsOpen`, `year.notClosed` before the closing voucher, `year.earlierOpen`
  ///   where an earlier year is not ratified, `year.ratified` for another decision than the
  ///   recorded one, `year.meetingTooEarly`, `year.roleMissing`, `year.shuUnfit`, `year.beforeBook`
  ///   without an SHU, `date.future`, `entry.noteUnacceptable`, `reference.reused`.
  @discardableResult
  public func ratifyYear(
    _ year: Int, on date: BookDate, decision: String, shu: Rupiah? = nil,
    reference: String? = nil, note: EntryNote = EntryNote(), dryRun: Bool = false
  ) throws(LedgerError) -> YearEnd {
    try post(dryRun: dryRun) { session in
      try yearDesk(session).ratify(
        year, on: date, decision: decision, shu: shu, note: note.keyed(by: reference))
    }
  }

  /// Sets a year right that the meeting has ratified (koreksi tahun lalu): the year stays as it is,
  /// and the entry counts on its own day in the year that is open, where the report of the month
  /// and the notes to the statements name it.
  ///
  /// ```swift
  /// try ledger.correctYear(
  ///   YearCorrection(
  ///     of: 2025,
  ///     legs: [
  ///       .init(account: "5-2100", amount: 450_000), .init(account: "2-1600", amount: -450_000),
  ///     ], on: try BookDate(parsing: "2026-05-04"), document: "Tagihan listrik Desember 2025"),
  ///   note: EntryNote(memo: "Tagihan terlambat", recordedBy: "sari"))
  /// ```
  ///
  /// - Parameters:
  ///   - correction: The legs, the day and the paper that they stand on.
  ///   - reference: The caller's key: the same one with the same content returns the first receipt.
  ///   - note: Why, and who records it.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Returns: The receipt.
  /// - Throws: `year.notRatified`, `year.reasonMissing` without memo or author, `year.accountUnfit`
  ///   for what a year's end keeps itself, `period.closed`, `date.future`, `account.ownAct`,
  ///   `account.unknown`, `account.notPostable`, `account.closed`, `entry.unbalanced`,
  ///   `entry.tooFewLegs`, `entry.zeroLeg`, `entry.noteUnacceptable`, `year.beforeBook`,
  ///   `reference.reused`, `reference.reversed`.
  @discardableResult
  public func correctYear(
    _ correction: YearCorrection, reference: String? = nil, note: EntryNote, dryRun: Bool = false
  ) throws(LedgerError) -> Receipt {
    try post(dryRun: dryRun) { session in
      try yearDesk(session).correct(correction, note: note.keyed(by: reference))
    }
  }

  /// Covers the loss of a year from reserves (penutupan rugi), by decision of the meeting that
  /// ratified it.
  ///
  /// - Parameters:
  ///   - cover: The reserves, the day and the decision.
  ///   - reference: The caller's key: the same one with the same content returns the first receipt.
  ///   - note: Memo and author.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Returns: The receipt.
  /// - Throws: `year.notRatified`, `year.coverTooLarge` for more than the loss that is left and for
  ///   more than a reserve holds, `year.accountUnfit` for what is no reserve, `year.roleMissing`,
  ///   `year.beforeBook`, `account.ownAct`, `account.unknown`, `account.notPostable`,
  ///   `account.closed`, `amount.notPositive`, `period.closed`, `date.future`,
  ///   `entry.noteUnacceptable`, `reference.reused`, `reference.reversed`.
  @discardableResult
  public func coverLoss(
    _ cover: LossCover, reference: String? = nil, note: EntryNote = EntryNote(),
    dryRun: Bool = false
  ) throws(LedgerError) -> Receipt {
    try post(dryRun: dryRun) { session in
      try yearDesk(session).cover(cover, note: note.keyed(by: reference))
    }
  }

  private func yearReader(_ db: Database) throws -> YearReader {
    try YearReader(db, catalog(db), knownState(db, at: nil))
  }

  private func yearDesk(_ session: PostingSession) throws -> YearDesk {
    try YearDesk(
      session: session,
      reader: YearReader(session.db, session.catalog, knownState(session.db, at: nil)))
  }
}
