/// Which entries are asked for (`Ledger.entries`); everything that is said must hold.
///
/// ```swift
/// try ledger.entries(EntryQuery(member: "0001", kinds: [.deposit], recordedBy: "sari")) { entry in
///   print(entry.number, entry.amount, entry.members)
/// }
/// ```
///
/// What it costs follows the member or the account, where one is named, otherwise the period.
public struct EntryQuery: Hashable, Sendable, Codable {
  /// The book dates; nil for all.
  public var period: BookPeriod?
  /// What they record; empty for everything.
  public var kinds: Set<EntryKind>
  /// Exactly who recorded them; nil for anybody.
  public var recordedBy: String?
  /// An account that they touch; nil for any.
  public var account: AccountCode?
  /// The number of a member whose savings or loans they touch; nil for any.
  public var member: MemberNumber?
  /// What they move as a whole, or one of their legs, without its sign; nil for any amount.
  public var amount: ClosedRange<Rupiah>?

  /// A query; without arguments, everything.
  public init(
    in period: BookPeriod? = nil, member: MemberNumber? = nil, account: AccountCode? = nil,
    kinds: Set<EntryKind> = [], recordedBy: String? = nil, amount: ClosedRange<Rupiah>? = nil
  ) {
    self.period = period
    self.kinds = kinds
    self.recordedBy = recordedBy
    self.account = account
    self.member = member
    self.amount = amount
  }
}
