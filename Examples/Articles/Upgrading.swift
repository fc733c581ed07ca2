import KSPLedger

/// The code of the article *Upgrading a book*.
func upgrade(_ path: String, clock: @escaping Ledger.Clock) throws {
  // snippet: upgrade
  do throws(LedgerError) {
    let ledger = try Ledger.open(at: path, clock: clock)
    let report = try ledger.verify()
    print("verified:", report.isOK, "checks:", report.checks.count > 40)
    try ledger.close()
  } catch {
    guard error.code == .bookNewer else { throw error }
    print("This program is older than the book; install the newer one.")
  }
  // snippet end
}
