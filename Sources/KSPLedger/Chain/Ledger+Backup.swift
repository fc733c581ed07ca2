import GRDB
public import KSPCore

extension Ledger {
  /// Writes a verified copy of the book to a new file while the book stays in use (cadangkan).
  ///
  /// The copy is one file; restoring means opening it. It is opened and verified before this
  /// returns; a copy that does not verify is removed again and the error says why.
  ///
  /// - Parameters:
  ///   - path: Where no file is yet.
  ///   - progress: Hears how far the proof of the copy has come.
  /// - Returns: The verification of the copy.
  /// - Throws: `book.exists` when there is a file at the path, `book.readOnly`, `disk.full`,
  ///   `invariant.broken` when the copy does not verify.
  public func backup(
    to path: String, progress: ((VerificationProgress) -> Void)? = nil
  ) throws(LedgerError) -> VerificationReport {
    guard !fileExists(path) else { throw .bookExists(path) }
    let report: VerificationReport
    do throws(LedgerError) {
      try store.copy(to: path)
      let copy = try Ledger.open(at: path, access: .readOnly, clock: store.clock)
      report = try copy.verify(progress: progress)
      try copy.close()
    } catch {
      removeFiles(of: path)
      throw error
    }
    guard report.isOK else {
      removeFiles(of: path)
      let failed = report.checks.first { $0.count > 0 }
      throw .invariantBroken("\(failed?.name ?? "") \(failed?.first ?? "")")
    }
    try post { session in
      try session.record(
        EventDraft(
          .backupMade, path,
          [
            .insert(
              "backupLog",
              [
                "id": .integer(try session.nextID(of: "SELECT max(id) FROM backupLog")),
                "madeAt": .integer(session.recordedAt.seconds),
                "entries": StoredValue(report.entries), "path": .text(path),
              ])
          ]))
    }
    return report
  }
}
