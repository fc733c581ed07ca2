import GRDB
public import KSPCore

extension Ledger {
  /// What went in and out of every cash and bank account on the days of a period, by who recorded
  /// it: what a teller must have in the drawer.
  ///
  /// ```swift
  /// for total in try ledger.cashTotals(in: BookPeriod(from: today, through: today)) {
  ///   print(total.account, total.recordedBy ?? "", total.received, total.paid)
  /// }
  /// ```
  ///
  /// What it costs follows the movements of cash in the period.
  ///
  /// - Returns: By account, then by author.
  /// - Throws: What reading the file can throw.
  public func cashTotals(in period: BookPeriod) throws(LedgerError) -> [CashTotal] {
    try store.read { db in
      let totals = try SQLStatement(
        db,
        """
        SELECT a.code, a.nameIndonesian, a.nameEnglish, e.recordedBy,
          sum(max(p.amount, 0)), sum(-min(p.amount, 0)), count(DISTINCT p.entry)
        FROM account a
        JOIN posting p ON p.account = a.id AND p.bookDate BETWEEN ? AND ?
        JOIN entry e ON e.id = p.entry
        WHERE a.isCash = 1 GROUP BY a.id, e.recordedBy ORDER BY a.code, e.recordedBy
        """)
      totals.bind(Int64(period.first.dayNumber), at: 1)
      totals.bind(Int64(period.last.dayNumber), at: 2)
      defer { totals.reset() }
      var found: [CashTotal] = []
      while try totals.step() {
        found.append(
          CashTotal(
            account: AccountCode(stored: totals.text(0) ?? ""),
            accountName: Phrase(id: totals.text(1) ?? "", en: totals.text(2) ?? ""),
            recordedBy: totals.text(3), received: Rupiah(sen: totals.int64(4)),
            paid: Rupiah(sen: totals.int64(5)), entries: Int(totals.int64(6))))
      }
      return found
    }
  }
}
