/// What the month end charged an account (biaya bulanan).
public struct ChargedFee: Hashable, Sendable, Codable {
  /// The voucher.
  public let entry: EntryNumber
  /// The balance at the month's end, before the fee.
  public let balance: Rupiah
  /// What was charged.
  public let amount: Rupiah
  /// Whether the account was dormant.
  public let isDormant: Bool

  /// Gathers it.
  package init(entry: EntryNumber, balance: Rupiah, amount: Rupiah, isDormant: Bool) {
    self.entry = entry
    self.balance = balance
    self.amount = amount
    self.isDormant = isDormant
  }
}
