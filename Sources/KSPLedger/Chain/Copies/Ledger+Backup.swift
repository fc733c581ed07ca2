import GRDB
public import KSPCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Ledger {
  /// Writes a verified copy of the book to a new file while the book stays in use (cadangkan).
  ///
  /// The copy is one file, which appears when it is complete, on the disk and verified; restoring
  /// means opening it. It has the permissions of the book. A book that is open for reading is
  /// copied just as well, also while another program posts: the copy holds what was posted by
  /// then.
  ///
  /// - Parameters:
  ///   - path: Where no file is yet.
  ///   - reference: The caller's key of that note.
  ///   - note: Memo and author of the note that the book keeps of it.
  ///   - progress: Hears how far the proof of the copy has come.
  ///   - notNoted: Hears why the book could not note the copy for `BookStatus.lastBackupAt`, if
  ///     it could not: `book.busy` while another program writes it. The copy is good all the same.
  /// - Returns: The verification of the copy.
  /// - Throws: `book.exists` when there is a file at the path, `book.nameUnusable`,
  ///   `book.folderMissing`, `book.readOnly`, `disk.full`, `invariant.broken` when the copy does
  ///   not verify.
  public func backup(
    to path: String, reference: String? = nil, note: EntryNote = EntryNote(),
    progress: ((StageProgress) -> Void)? = nil,
    notNoted: ((LedgerError) -> Void)? = nil
  ) throws(LedgerError) -> VerificationReport {
    try BookFile.requireNewName(path)
    var report: VerificationReport?
    do {
      try WholeFile.write(to: path, replacing: false, mode: 0o600) { temporary in
        report = try verifiedCopy(temporary, named: path, progress: progress)
      }
    } catch {
      throw LedgerError(wrapping: error, path: path)
    }
    guard let report else { throw .invariantBroken("backup") }
    do throws(LedgerError) {
      try keep(note.keyed(by: reference), ofBackup: path, entries: report.entries)
    } catch {
      notNoted?(error)
    }
    return report
  }

  private func verifiedCopy(
    _ temporary: String, named path: String, progress: ((StageProgress) -> Void)?
  ) throws -> VerificationReport {
    try store.copy(to: temporary, named: path)
    shared.book.givePermissions(to: temporary)
    let copy = try Ledger.unfinished(temporary, named: path, clock: clock)
    let report = try copy.verify(progress: progress)
    try copy.close()
    guard report.isOK else {
      let failed = report.checks.first { $0.count > 0 }
      throw LedgerError.invariantBroken("\(failed?.name ?? "") \(failed?.first ?? "")")
    }
    return report
  }

  /// Opens a copy that is to be proved before it gets its name.
  static func unfinished(
    _ temporary: String, named path: String, clock: @escaping Clock
  ) throws(LedgerError) -> Ledger {
    let opening = Store.Opening(path: temporary, name: path, isReadOnly: true)
    return Ledger(try Store(opening, clock: clock), clock: clock)
  }

  /// Notes the copy in the book, through a writer of its own where this one only reads.
  private func keep(
    _ note: EntryNote, ofBackup path: String, entries: Int
  ) throws(LedgerError) {
    let writer = shared.isReadOnly ? try Ledger.open(at: self.path, clock: clock) : self
    try writer.post { session in
      let row = RowChange.insert(
        "backupLog",
        [
          "id": .integer(try session.nextID(of: "SELECT max(id) FROM backupLog")),
          "madeAt": .integer(session.recordedAt.seconds), "entries": StoredValue(entries),
          "path": .text(path),
        ])
      try session.act(note) { try session.record(EventDraft(.backupMade, path, [row])) }
    }
    if shared.isReadOnly { try writer.close() }
  }
}

extension BookFile {
  /// Gives a copy the permissions of the book, and its owner and group where that is allowed. A
  /// group that it cannot have is given nothing.
  func givePermissions(to copy: String) {
    guard let facts = FileFacts(descriptor: descriptor) else { return }
    _ = chown(copy, facts.owner, UInt32.max)
    let hasGroup = chown(copy, UInt32.max, facts.group) == 0
    _ = chmod(copy, mode_t(facts.permissions & (hasGroup ? 0o666 : 0o606)))
  }
}
