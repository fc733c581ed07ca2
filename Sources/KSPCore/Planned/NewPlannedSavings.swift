/// Planned savings that are to be opened (simpanan berencana baru).
public struct NewPlannedSavings: Hashable, Sendable {
  /// Who saves.
  public var member: MemberNumber
  /// In which product, which has terms for so many months.
  public var product: ProductCode
  /// What is saved every month.
  public var monthly: Rupiah
  /// For how many months, from that of the opening on.
  public var months: Int
  /// The day of opening, in an open month.
  public var openedOn: BookDate
  /// Savings of the same member to which they are paid at maturity; nil where they stay.
  public var payTo: AccountCode?

  /// What is agreed.
  public init(
    of member: MemberNumber, in product: ProductCode, _ monthly: Rupiah, months: Int,
    on openedOn: BookDate, payTo: AccountCode? = nil
  ) {
    self.member = member
    self.product = product
    self.monthly = monthly
    self.months = months
    self.openedOn = openedOn
    self.payTo = payTo
  }
}
