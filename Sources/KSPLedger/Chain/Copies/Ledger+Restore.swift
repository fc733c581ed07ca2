import GRDB
public import KSPCore

extension Ledger {
  /// Looks at what putting a backup in the place of a book would do; nothing is changed.
  ///
  /// The backup is verified whole. A book that can be read is compared with it; one that cannot,
  /// or that is missing, may be the reason for restoring.
  ///
  /// ```swift
  /// let found = try Ledger.restoration(of: "koperasi.ksp", from: "usb/koperasi.ksp")
  /// print(found.lost.count, "entries are to be typed again")
  /// try Ledger.restore(found)
  /// ```
  ///
  /// - Parameters:
  ///   - path: The book.
  ///   - backup: A backup of it.
  ///   - clock: Tells the day, which the name of the book that is kept has.
  ///   - progress: Hears how far the proof of the backup has come.
  /// - Returns: What would happen.
  /// - Throws: `restore.damaged`, `restore.otherBook`, `restore.self`, and what opening the backup
  ///   can throw.
  public static func restoration(
    of path: String, from backup: String, clock: @escaping Clock = Ledger.systemClock,
    progress: ((StageProgress) -> Void)? = nil
  ) throws(LedgerError) -> Restoration {
    try BookFile.requireNewName(path)
    if let book = FileFacts(path: path), book.identity == FileFacts(path: backup)?.identity {
      throw .restoreSelf(path)
    }
    let copy = try open(at: backup, access: .readOnly, clock: clock)
    defer { try? copy.close() }
    let verification = try copy.verify(progress: progress)
    guard verification.isOK else {
      let failed = verification.checks.first { $0.count > 0 }
      throw .restoreDamaged(backup, check: failed?.name ?? "")
    }
    let exists = FileFacts(path: path) != nil
    var comparison: BookComparison?
    var problem: LedgerError?
    if exists {
      do throws(LedgerError) {
        let book = try open(at: path, access: .inspection, clock: clock)
        defer { try? book.close() }
        comparison = try BookComparison(of: book, with: copy)
      } catch {
        problem = error
      }
    }
    if comparison?.isOfOneBook == false { throw .restoreOtherBook(backup, book: path) }
    return Restoration(
      backup: backup, book: path, verification: verification,
      lastRecordedAt: try copy.lastRecordedAt(), bookProblem: problem,
      lastEvent: comparison?.lastEvent, lost: comparison?.lost ?? [],
      otherEventsLost: comparison?.otherEvents ?? 0,
      kept: exists ? freeName(beside: path, on: try copy.today()) : nil)
  }

  /// Puts a backup in the place of a book, and keeps the book that was there under another name.
  ///
  /// The book is held as by a writer, so nobody posts meanwhile; it is looked at again, and what
  /// was shown must still be so. A kill or a power cut leaves the old book, or the restored one;
  /// the old one is on the disk under its other name before anything is replaced. The restored
  /// book notes what was done, by whom and why.
  ///
  /// - Parameters:
  ///   - found: What ``restoration(of:from:clock:progress:)`` found.
  ///   - note: Memo and author of the note that the restored book keeps.
  ///   - waiting: How long to wait for a writer.
  ///   - clock: Tells the time.
  /// - Throws: `restore.changed`, `book.busy`, `book.otherName`, and the codes that begin with
  ///   `disk`; the book is then as it was.
  public static func restore(
    _ found: Restoration, note: EntryNote = EntryNote(), waiting: Duration = .zero,
    clock: @escaping Clock = Ledger.systemClock
  ) throws(LedgerError) {
    do {
      if let kept = found.kept {
        try Store.holding(found.book, waiting: waiting, now: clock()) { book in
          guard try lastEvent(of: found, clock: clock) == found.lastEvent else {
            throw LedgerError.restoreChanged(found.book)
          }
          try KeptBook(book).write(to: kept)
          try put(found, replacing: book, clock: clock)
        }
      } else {
        try put(found, replacing: nil, clock: clock)
      }
    } catch {
      throw LedgerError(wrapping: error, path: found.book)
    }
    let restored = try open(at: found.book, waiting: waiting, clock: clock)
    defer { try? restored.close() }
    try restored.post { session in
      try session.act(note) { try session.record(EventDraft(.bookRestored, found.backup, [])) }
    }
  }

  private static func put(
    _ found: Restoration, replacing old: BookFile?, clock: @escaping Clock
  ) throws {
    let path = old?.realPath ?? found.book
    try WholeFile.write(to: path, replacing: old != nil, mode: 0o600) { temporary in
      let source = try open(at: found.backup, access: .readOnly, clock: clock)
      defer { try? source.close() }
      try source.store.copy(to: temporary, named: path)
      (old ?? source.shared.book).givePermissions(to: temporary)
      let copy = try unfinished(temporary, named: path, clock: clock)
      defer { try? copy.close() }
      guard try copy.headHash() == found.verification.headHash else {
        throw LedgerError.restoreChanged(found.backup)
      }
      // The log of the old book would be laid over the new one; the kept book has its own.
      if old != nil { KeptBook.removeLog(of: path) }
    }
  }

  private static func lastEvent(
    of found: Restoration, clock: @escaping Clock
  ) throws(LedgerError) -> Int64? {
    guard found.bookProblem == nil else { return nil }
    let book = try open(at: found.book, access: .inspection, clock: clock)
    defer { try? book.close() }
    return try book.knowledge().event
  }

  /// `koperasi-diganti-2026-01-31.ksp` beside `koperasi.ksp`, with a number where that is taken.
  private static func freeName(beside path: String, on day: BookDate) -> String {
    let name = "\(withoutBookEnding(path))-diganti-\(day)"
    var number = 1
    while true {
      let candidate = (number == 1 ? name : "\(name)-\(number)") + ".ksp"
      if FileFacts(path: candidate) == nil { return candidate }
      number += 1
    }
  }

  private func lastRecordedAt() throws(LedgerError) -> Timestamp? {
    try store.read { db in
      try Int64.fetchOne(
        db,
        sql: "SELECT recordedAt FROM chain ORDER BY number DESC LIMIT 1"
      ).map { Timestamp(seconds: $0) }
    }
  }
}
