public import KSPCore

extension Ledger {
  /// Proves the book from its own rows: every hash, balance, sum, number and link (periksa).
  ///
  /// SQLite's own checks do not see a changed amount; this does. The checks read the whole journal.
  ///
  /// - Parameter progress: Hears how many entries are done.
  /// - Returns: Every check by name, with how often it failed and where first.
  /// - Throws: What reading the file can throw; a failed check is not an error.
  public func verify(
    progress: ((Int) -> Void)? = nil
  ) throws(LedgerError) -> VerificationReport {
    try store.read { db in try Verifier(db).run(progress: progress) }
  }
}
