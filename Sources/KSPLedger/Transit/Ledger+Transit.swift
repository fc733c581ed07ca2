public import KSPCore

extension Ledger {
  /// The open items of transit accounts by age (daftar titipan): those with the roles `transit`,
  /// `payroll`, `insurer` and `leaver-payable`.
  ///
  /// What goes against open items settles those about the same first: the same mark `#…` in the
  /// memo, the same member, or who brought or got the money; then the oldest. What a payer brings
  /// of wages settles the oldest deductions, whomever they were made from.
  ///
  /// - Parameter date: The day for which it is drawn up; nil for today.
  /// - Returns: The accounts, each with its open items; what is open is what the account holds.
  /// - Throws: `amount.overflow`.
  public func transit(asOf date: BookDate? = nil) throws(LedgerError) -> TransitList {
    let today = try today()
    return try store.read { db in try TransitReader(db: db).list(on: date ?? today) }
  }
}
