/// What the counter hands out after an event (bukti, kuitansi).
public struct Receipt: Hashable, Sendable {
  /// The voucher.
  public let entry: EntryNumber
  /// What was recorded.
  public let kind: EntryKind
  /// The day on which it counts.
  public let bookDate: BookDate
  /// The member's account, when the event touched one.
  public let account: AccountCode?
  /// The member's name, when the event touched a member.
  public let memberName: String?
  /// The amount of the event.
  public let amount: Rupiah
  /// The balance of ``account`` after the event; nil without an account.
  public let balance: Rupiah?
  /// Reference, memo and author.
  public let note: EntryNote
  /// Whether the same reference had been recorded before, so that nothing was stored now.
  public let isReplay: Bool

  /// Gathers a receipt.
  public init(
    entry: EntryNumber, kind: EntryKind, bookDate: BookDate, account: AccountCode?,
    memberName: String?, amount: Rupiah, balance: Rupiah?, note: EntryNote, isReplay: Bool
  ) {
    self.entry = entry
    self.kind = kind
    self.bookDate = bookDate
    self.account = account
    self.memberName = memberName
    self.amount = amount
    self.balance = balance
    self.note = note
    self.isReplay = isReplay
  }

  /// The amount in words (terbilang).
  public var amountInWords: Phrase { amount.inWords }
}
