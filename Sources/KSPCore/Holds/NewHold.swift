/// A hold that is to be put on savings (blokir baru).
public struct NewHold: Hashable, Sendable, Codable {
  /// The account; no term deposit, which is pledged instead.
  public var account: AccountCode
  /// How much; nil for all that it holds, and whatever comes.
  public var amount: Rupiah?
  /// For whom.
  public var kind: SavingsHold.Kind
  /// Why; not empty.
  public var reason: String
  /// The loan for which it is held, which also ends it; only of the kind `loan`.
  public var loan: LoanNumber?
  /// The first day, in a month that is open.
  public var from: BookDate
  /// The last day; nil until it is released.
  public var until: BookDate?

  /// A hold.
  public init(
    on account: AccountCode, _ amount: Rupiah? = nil, kind: SavingsHold.Kind = .other,
    reason: String, loan: LoanNumber? = nil, from: BookDate, until: BookDate? = nil
  ) {
    self.account = account
    self.amount = amount
    self.kind = kind
    self.reason = reason
    self.loan = loan
    self.from = from
    self.until = until
  }
}
