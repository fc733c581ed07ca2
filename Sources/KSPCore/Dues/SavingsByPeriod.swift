/// What one member paid of pokok, and their dues month by month: what reports by period ask for.
public struct SavingsByPeriod: Hashable, Sendable, Codable {
  /// The dues.
  public let dues: MemberDues
  /// The day of joining.
  public let joinedOn: BookDate
  /// What is paid of pokok; zero for nothing.
  public let pokok: Rupiah
  /// The day of the last payment of pokok; nil where there is none.
  public let pokokPaidOn: BookDate?

  /// Gathers what a member paid.
  package init(dues: MemberDues, joinedOn: BookDate, pokok: Rupiah, pokokPaidOn: BookDate?) {
    self.dues = dues
    self.joinedOn = joinedOn
    self.pokok = pokok
    self.pokokPaidOn = pokokPaidOn
  }
}
