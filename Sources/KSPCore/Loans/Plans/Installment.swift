/// One row of a plan (angsuran).
public struct Installment: Hashable, Sendable {
  /// Its place in the plan, from 1.
  public let number: Int
  /// The day on which it is to be paid.
  public let due: BookDate
  /// The part that repays the loan (pokok).
  public let principal: Rupiah
  /// The part that is interest (jasa).
  public let interest: Rupiah
  /// What is to be paid: principal and interest.
  public let total: Rupiah
  /// The principal that is owed afterwards.
  public let balance: Rupiah

  /// A row; its total is the sum of its parts.
  ///
  /// - Throws: `amount.overflow`.
  public init(
    number: Int, due: BookDate, principal: Rupiah, interest: Rupiah, balance: Rupiah
  ) throws(LedgerError) {
    self.number = number
    self.due = due
    self.principal = principal
    self.interest = interest
    self.total = try principal + interest
    self.balance = balance
  }
}
