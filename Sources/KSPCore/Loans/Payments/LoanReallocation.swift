/// A payment that settles something else since an earlier one was entered or taken back (alokasi
/// ulang).
public struct LoanReallocation: Hashable, Sendable, Codable {
  /// The voucher of the change.
  public let entry: EntryNumber
  /// The day on which the change counts: that of the payment, or the first open day since.
  public let date: BookDate
  /// The voucher of the payment.
  public let payment: EntryNumber
  /// The day of the payment.
  public let paidOn: BookDate
  /// What it settles more, or less, than before; adds up to zero.
  public let change: LoanParts

  /// Gathers a change.
  package init(
    entry: EntryNumber, date: BookDate, payment: EntryNumber, paidOn: BookDate, change: LoanParts
  ) {
    self.entry = entry
    self.date = date
    self.payment = payment
    self.paidOn = paidOn
    self.change = change
  }
}
