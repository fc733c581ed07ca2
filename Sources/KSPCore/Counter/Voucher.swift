/// A voucher as paper shows it again (bukti): what was recorded, whose it was, which accounts gave
/// and got, and who took it.
public struct Voucher: Hashable, Sendable, Codable {
  /// One leg with the names that people know.
  public struct Line: Hashable, Sendable, Codable {
    /// The account's code.
    public let account: AccountCode
    /// What it is called: the savings product, the part of a loan, the account of the chart.
    public let title: Phrase
    /// The name of the member whose savings or loan it is; nil for others.
    public let holder: String?
    /// The debit amount, or zero.
    public let debit: Rupiah
    /// The credit amount, or zero.
    public let credit: Rupiah

    /// Names a leg.
    package init(
      account: AccountCode, title: Phrase, holder: String?, debit: Rupiah, credit: Rupiah
    ) {
      self.account = account
      self.title = title
      self.holder = holder
      self.debit = debit
      self.credit = credit
    }
  }

  /// The entry.
  public let entry: PostedEntry
  /// Its legs, in their order.
  public let lines: [Line]
  /// Whose it was: the only member; of a transfer who gave; of cash that is no member's who brought
  /// or got it.
  public let name: String?
  /// The number of that member.
  public let member: MemberNumber?
  /// Who got what was the member's: of a transfer with the account, of the savings of somebody who
  /// left or died with relation and identity; nil for all others.
  public let receiver: String?
  /// What the paper is about, as its first print said: the money that came or went, and where none
  /// did, what was moved.
  public let amount: Rupiah
  /// What was cut before the money was handed out, as its first print said; empty for all others.
  public let deductions: [Receipt.Deduction]
  /// Why no penalty was taken, as its first print said; nil for all others.
  public let waivedFor: String?
  /// What the only savings account of the entry held on its day after it; nil for none and several.
  public let balance: Rupiah?
  /// Which months of dues it settled, where it paid those of one member, as its first print said;
  /// nil for all others.
  public let dues: Receipt.Dues?
  /// Whether its money came or went through banks alone, so that it is no voucher of cash.
  public let isThroughBank: Bool
  /// What the entry reversed was; nil for no reversal.
  public let reversed: Receipt.Reversed?
  /// What its first print said of a payment on one loan; nil for all others.
  public let payment: LoanReceipt?

  /// Gathers a voucher.
  package init(
    entry: PostedEntry, lines: [Line], name: String?, member: MemberNumber?, receiver: String?,
    amount: Rupiah, deductions: [Receipt.Deduction] = [], waivedFor: String? = nil,
    balance: Rupiah?, dues: Receipt.Dues? = nil, isThroughBank: Bool = false,
    reversed: Receipt.Reversed?, payment: LoanReceipt? = nil
  ) {
    self.entry = entry
    self.lines = lines
    self.name = name
    self.member = member
    self.receiver = receiver
    self.amount = amount
    self.deductions = deductions
    self.waivedFor = waivedFor
    self.balance = balance
    self.dues = dues
    self.isThroughBank = isThroughBank
    self.reversed = reversed
    self.payment = payment
  }

  /// The stamp duty that the paper needs; nil for none.
  public var stampDuty: Rupiah? { StampDuty.due(on: entry.kind, amount) }
}

/// The duty on papers that acknowledge money (bea meterai), by UU 10/2020.
package enum StampDuty {
  /// A paper about more than this needs a stamp (pasal 3 ayat 2 huruf g).
  package static let threshold: Rupiah = 5_000_000
  /// What the stamp is worth (pasal 5).
  package static let rate: Rupiah = 10_000

  /// The duty on the paper of an entry; nil for none.
  ///
  /// What members bring into their savings and take out of them is free (pasal 7 huruf g); loans
  /// paid out and paid back, and what the cooperative pays and receives itself, are not.
  package static func due(on kind: EntryKind, _ amount: Rupiah) -> Rupiah? {
    kind.is(.acknowledgesMoney) && amount > threshold ? rate : nil
  }
}

extension Voucher: Identifiable {
  /// Its number.
  public var id: EntryNumber { entry.number }
}
