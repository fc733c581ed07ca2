public import KSPCore

extension Ledger {
  /// What a group pays together for a month, with the split among its members as a memo (tagihan
  /// kelompok, tanggung renteng): dues that are owed, and what falls due on loans until the month
  /// ends, with arrears and the late fees of today. Nothing is booked.
  ///
  /// - Parameters:
  ///   - group: The name of the group (unit); the case of letters does not matter.
  ///   - month: The month.
  /// - Returns: The bill, with a share for every member of the group who has not left.
  /// - Throws: `group.unknown`, `amount.overflow`.
  public func groupBill(
    _ group: String, for month: BookMonth
  ) throws(LedgerError) -> GroupBill {
    let today = try today()
    return try store.read { db in
      try GroupBillReader(db: db, catalog: catalog(db), memory: shared.memory, today: today)
        .bill(of: group, for: month)
    }
  }
}
