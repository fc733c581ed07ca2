public import KSPCore

extension Ledger {
  /// Proves the book from its own rows: every hash, balance, sum, number and link (periksa).
  ///
  /// SQLite's own checks do not see a changed amount; this does. It reads the whole chain, writes
  /// the tables of state once more from it and compares, and computes the interest, the tax and the
  /// loans of every month again by what was known when the month was closed. Memory stays flat.
  /// A file whose end was cut off must have been opened with ``Access/inspection``.
  ///
  /// - Parameters:
  ///   - isQuick: Only the chain and the sums: an answer at the counter, no proof of the rest.
  ///   - progress: Hears what is looked at and how far it has come.
  /// - Returns: Every check by name, with how often it failed and where first.
  /// - Throws: What reading the file can throw; a failed check is not an error.
  public func verify(
    isQuick: Bool = false, progress: ((StageProgress) -> Void)? = nil
  ) throws(LedgerError) -> VerificationReport {
    try store.read { db in
      try Verifier(db, pages: shared.book.pages(), progress: progress).run(isQuick: isQuick)
    }
  }
}
