/// Savings that stay where they are, by a hold with a reason (blokir): an amount of an account, or
/// all of it. Nothing is posted; what would take more than the rest is refused.
public struct SavingsHold: Hashable, Sendable, Codable {
  /// For whom savings are held; the raw value is what the file stores.
  public enum Kind: String, TermWord {
    /// For a loan, until it is paid.
    case loan
    /// By order of a court or an office.
    case court
    /// For anything else.
    case other

    /// The name for people.
    public var name: Phrase {
      switch self {
      case .loan: Phrase(id: "pinjaman", en: "loan")
      case .court: Phrase(id: "perintah pengadilan atau kantor", en: "order of a court or office")
      case .other: Phrase(id: "lain-lain", en: "other")
      }
    }

    /// Indonesian words.
    public static let otherWords: [String: Self] = [
      "pinjaman": .loan, "pengadilan": .court, "lain": .other,
    ]
  }

  /// By which it is known: 1, 2, 3 …
  public let number: Int
  /// The account.
  public let account: AccountCode
  /// The number of its member.
  public let member: MemberNumber
  /// The member's name.
  public let memberName: String
  /// For whom.
  public let kind: Kind
  /// How much; nil for all that the account holds, and whatever comes.
  public let amount: Rupiah?
  /// Why.
  public let reason: String
  /// The loan for which it is held.
  public let loan: LoanNumber?
  /// The first day.
  public let from: BookDate
  /// The last day; nil until it is released, or its loan is paid.
  public let until: BookDate?
  /// The first day on which it holds no more: released, past its last day, or with its loan paid;
  /// nil where that is not known yet.
  public let endsOn: BookDate?
  /// Why it was released, if it was.
  public let releaseReason: String?

  /// Gathers a hold. `ends` are the days on which something ended it.
  package init(
    number: Int, account: AccountCode, member: MemberNumber, memberName: String, kind: Kind,
    amount: Rupiah?, reason: String, loan: LoanNumber? = nil, from: BookDate,
    until: BookDate? = nil, ends: [BookDate] = [], releaseReason: String? = nil
  ) throws(LedgerError) {
    self.number = number
    self.account = account
    self.member = member
    self.memberName = memberName
    self.kind = kind
    self.amount = amount
    self.reason = reason
    self.loan = loan
    self.from = from
    self.until = until
    var ends = ends
    if let until { ends.append(try until.adding(days: 1)) }
    endsOn = ends.min()
    self.releaseReason = releaseReason
  }

  /// Whether it holds on a day.
  public func holds(on day: BookDate) -> Bool {
    from <= day && endsOn.map { day < $0 } ?? true
  }

  /// How long it holds, in words.
  public var end: Phrase {
    if let until { return Phrase(id: "sampai \(until)", en: "until \(until)") }
    if let loan { return Phrase(id: "sampai \(loan) lunas", en: "until \(loan) is paid") }
    return Phrase(id: "sampai dilepas", en: "until it is released")
  }
}

extension SavingsHold: Identifiable {
  /// Its number.
  public var id: Int { number }
}
