/// A standing order that is to be recorded (autodebet baru).
public struct NewStandingOrder: Hashable, Sendable, Codable {
  /// The savings that pay; an account that can be withdrawn from.
  public var account: AccountCode
  /// What is paid.
  public var purpose: StandingOrder.Purpose
  /// How much; nil for what is due then, of dues and loans.
  public var amount: Rupiah?
  /// The day of the month, 1 to 31; 31 is the month's end.
  public var day: Int
  /// The first day on which it may fall due, in a month that is open.
  public var from: BookDate
  /// The last one; nil for no end.
  public var until: BookDate?
  /// For how many days after a due day it is tried again, 0 to 31.
  public var retryDays: Int

  /// An order.
  public init(
    from account: AccountCode, to purpose: StandingOrder.Purpose, _ amount: Rupiah? = nil,
    day: Int, since from: BookDate, until: BookDate? = nil, retryDays: Int = 7
  ) {
    self.account = account
    self.purpose = purpose
    self.amount = amount
    self.day = day
    self.from = from
    self.until = until
    self.retryDays = retryDays
  }
}
