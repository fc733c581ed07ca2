/// What became of a payroll list: one voucher, and a receipt for every row (daftar potong gaji).
public struct RepaymentListReport: Hashable, Sendable {
  /// The file as the caller named it.
  public let file: String
  /// The voucher.
  public let entry: EntryNumber
  /// The day on which it counts.
  public let bookDate: BookDate
  /// What was paid in all.
  public let total: Rupiah
  /// What each row settled, in the order of the file; empty when the list was booked before.
  public let rows: [LoanReceipt]
  /// Whether the list had been booked before, so that nothing was stored now.
  public let isReplay: Bool

  /// Gathers a report.
  public init(
    file: String, entry: EntryNumber, bookDate: BookDate, total: Rupiah, rows: [LoanReceipt],
    isReplay: Bool
  ) {
    self.file = file
    self.entry = entry
    self.bookDate = bookDate
    self.total = total
    self.rows = rows
    self.isReplay = isReplay
  }
}
