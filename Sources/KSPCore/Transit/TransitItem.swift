/// An item of a transit account that nothing has settled yet (pos terbuka): money that passes
/// through the cooperative, such as what is held for a notary or claimed from a payer.
public struct TransitItem: Hashable, Sendable, Codable {
  /// The voucher.
  public let entry: EntryNumber
  /// The day on which it counts.
  public let date: BookDate
  /// Whom it is about: a member, who brought or got the money, or the mark in its memo; nil where
  /// the voucher does not say.
  public let about: String?
  /// The memo of the voucher.
  public let memo: String?
  /// What it was, on the normal side of the account; below zero for one on the other side.
  public let amount: Rupiah
  /// What of it is open, on the same side.
  public let open: Rupiah
  /// How many days old it is.
  public let days: Int

  /// Gathers an item.
  package init(
    entry: EntryNumber, date: BookDate, about: String?, memo: String?, amount: Rupiah,
    open: Rupiah, days: Int
  ) {
    self.entry = entry
    self.date = date
    self.about = about
    self.memo = memo
    self.amount = amount
    self.open = open
    self.days = days
  }

  /// How old it is.
  public var age: TransitAge { TransitAge(days: days) }
}
