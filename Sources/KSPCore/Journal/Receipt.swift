/// What the counter hands out after an event (bukti, kuitansi).
public struct Receipt: Hashable, Sendable {
  /// What was cut before the money was handed out (potongan): from a loan, or tax on interest
  /// from the savings of somebody who leaves.
  public struct Deduction: Hashable, Sendable {
    /// What it is for, such as `provisi`.
    public let name: Phrase
    /// How much it is.
    public let amount: Rupiah

    /// Names a deduction.
    public init(name: Phrase, amount: Rupiah) {
      self.name = name
      self.amount = amount
    }
  }

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
  /// The amount of the event; of a loan paid out, what the member gets.
  public let amount: Rupiah
  /// What was cut from a loan paid out, or from the savings of somebody who leaves, none of it
  /// zero; empty for every other event.
  public let deductions: [Deduction]
  /// The balance of ``account`` on the day of the event after it, equal to the line of the
  /// statement; of a loan what is owed; nil without an account.
  public let balance: Rupiah?
  /// What ``account`` holds when movements of later days are counted too; nil where there are none.
  public let laterBalance: Rupiah?
  /// Reference, memo and author.
  public let note: EntryNote
  /// Whether the same reference had been recorded before, so that nothing was stored now.
  public let isReplay: Bool

  /// Gathers a receipt.
  public init(
    entry: EntryNumber, kind: EntryKind, bookDate: BookDate, account: AccountCode?,
    memberName: String?, amount: Rupiah, deductions: [Deduction] = [], balance: Rupiah?,
    laterBalance: Rupiah? = nil, note: EntryNote, isReplay: Bool
  ) {
    self.entry = entry
    self.kind = kind
    self.bookDate = bookDate
    self.account = account
    self.memberName = memberName
    self.amount = amount
    self.deductions = deductions
    self.balance = balance
    self.laterBalance = laterBalance
    self.note = note
    self.isReplay = isReplay
  }

  /// The amount in words (terbilang).
  public var amountInWords: Phrase { amount.inWords }
}
