public import KSPCore

extension Ledger {
  /// The withholding slips of a month (bukti potong), by member number; at 0 % as well.
  ///
  /// - Throws: What reading the file can throw.
  public func withholdingSlips(_ month: BookMonth) throws(LedgerError) -> [WithholdingSlip] {
    try store.read { db in try InterestTaxPass.slips(db, month) }
  }
}
