/// What a word finds in the book (`Ledger.find`): members, accounts, loans and vouchers.
public struct SearchResult: Hashable, Sendable, Codable {
  /// One thing that was found.
  public struct Hit: Hashable, Sendable, Codable {
    /// What kind of thing it is.
    public enum Kind: String, CaseIterable, Sendable, Codable {
      /// A member.
      case member
      /// An account of a member, or of the chart.
      case account
      /// A loan.
      case loan
      /// A voucher.
      case voucher

      /// The name for people.
      public var name: Phrase {
        switch self {
        case .member: Phrase(id: "Anggota", en: "Member")
        case .account: Phrase(id: "Rekening", en: "Account")
        case .loan: Phrase(id: "Pinjaman", en: "Loan")
        case .voucher: Phrase(id: "Bukti", en: "Voucher")
        }
      }
    }

    /// What kind of thing it is.
    public let kind: Kind
    /// What people type to name it: a member's number, an account's code, a loan, a voucher.
    public let code: String
    /// What it is called: a member's name, the product, the kind of the entry.
    public let title: Phrase
    /// The number of the member whose it is; nil for none, and for several.
    public let member: MemberNumber?
    /// The name of the member whose it is; nil for none, and for several.
    public let memberName: String?
    /// What else helps to tell it from others: the end of the NIK and the telephone, the memo.
    public let detail: String?
    /// The day of joining, of the application, of the entry; nil for an account.
    public let date: BookDate?
    /// The balance, the principal that is owed, the amount of the entry; nil for a member.
    public let amount: Rupiah?
    /// Whether it is in use: not left, closed, ended or reversed.
    public let isOpen: Bool

    /// Gathers what was found.
    package init(
      kind: Kind, code: String, title: Phrase, member: MemberNumber?, memberName: String?,
      detail: String? = nil, date: BookDate? = nil, amount: Rupiah? = nil, isOpen: Bool
    ) {
      self.kind = kind
      self.code = code
      self.title = title
      self.member = member
      self.memberName = memberName
      self.detail = detail
      self.date = date
      self.amount = amount
      self.isOpen = isOpen
    }
  }

  /// What was looked for.
  public let text: String
  /// What was found: members by number, accounts and loans by code, vouchers the newest first.
  public let hits: [Hit]
  /// The kinds of which there is more than ``hits`` holds.
  public let cut: Set<Hit.Kind>

  /// Gathers what was found.
  package init(text: String, hits: [Hit], cut: Set<Hit.Kind>) {
    self.text = text
    self.hits = hits
    self.cut = cut
  }
}
