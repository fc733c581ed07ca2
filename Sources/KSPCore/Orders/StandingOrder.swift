/// What a member has the cooperative take from their savings every month (autodebet): for dues, for
/// a loan, or into other savings, on a day of the month.
public struct StandingOrder: Hashable, Sendable, Codable {
  /// What it pays.
  public enum Purpose: Hashable, Sendable, Codable {
    /// The member's dues in a product of the kind wajib.
    case dues(ProductCode)
    /// A loan of the member.
    case loan(LoanNumber)
    /// Other savings, the member's own or somebody else's.
    case savings(AccountCode)

    // What the values are called on a wire.
    private enum DuesCodingKeys: String, CodingKey { case _0 = "product" }
    private enum LoanCodingKeys: String, CodingKey { case _0 = "number" }
    private enum SavingsCodingKeys: String, CodingKey { case _0 = "account" }

    /// What it pays, as it is typed: a product, a loan or an account.
    public var target: String {
      switch self {
      case .dues(let product): product.text
      case .loan(let loan): loan.text
      case .savings(let account): account.text
      }
    }

    /// The word of its kind: `dues`, `loan` or `savings`.
    public var word: String {
      switch self {
      case .dues: "dues"
      case .loan: "loan"
      case .savings: "savings"
      }
    }

    /// The words of all kinds, with their names.
    package static let names: [String: Phrase] = [
      "dues": Phrase(id: "wajib", en: "dues"), "loan": Phrase(id: "pinjaman", en: "loan"),
      "savings": Phrase(id: "simpanan", en: "savings"),
    ]

    /// The name of its kind for people.
    public var name: Phrase { Self.names[word] ?? Phrase(id: word, en: word) }
  }

  /// The most days for which an order is tried again.
  public static let mostRetryDays = 31

  /// By which it is known: 1, 2, 3 …
  public let number: Int
  /// The savings that pay.
  public let account: AccountCode
  /// The number of their member.
  public let member: MemberNumber
  /// The member's name.
  public let memberName: String
  /// What is paid.
  public let purpose: Purpose
  /// How much; nil for what is due then.
  public let amount: Rupiah?
  /// The day of the month, 1 to 31; the last one in a month that is shorter.
  public let day: Int
  /// The first day on which it may fall due.
  public let from: BookDate
  /// The last day on which it may fall due; nil for no end.
  public let until: BookDate?
  /// For how many days after a due day it is tried again.
  public let retryDays: Int
  /// The day from which it is not carried out any more; nil while it is.
  public let endedOn: BookDate?
  /// Why it was ended, if it was.
  public let endReason: String?

  /// Gathers an order.
  package init(
    number: Int, account: AccountCode, member: MemberNumber, memberName: String, purpose: Purpose,
    amount: Rupiah?, day: Int, from: BookDate, until: BookDate? = nil, retryDays: Int,
    endedOn: BookDate? = nil, endReason: String? = nil
  ) {
    self.number = number
    self.account = account
    self.member = member
    self.memberName = memberName
    self.purpose = purpose
    self.amount = amount
    self.day = day
    self.from = from
    self.until = until
    self.retryDays = retryDays
    self.endedOn = endedOn
    self.endReason = endReason
  }

  /// Its due day in a month, whether or not it is in force then.
  package func due(in month: BookMonth) throws(LedgerError) -> BookDate {
    try month.firstDay.adding(days: min(day, month.dayCount) - 1)
  }

  /// The due days in a span, in order.
  package func dueDays(
    from first: BookDate, through last: BookDate
  ) throws(LedgerError) -> [BookDate] {
    var last = until.map { min($0, last) } ?? last
    if let endedOn { last = min(last, try endedOn.adding(days: -1)) }
    let first = max(first, from)
    guard first <= last else { return [] }
    var days: [BookDate] = []
    var month = first.month
    while month <= last.month {
      let day = try due(in: month)
      if first <= day, day <= last { days.append(day) }
      month = try month.next()
    }
    return days
  }

  /// The next due day from a day on; nil where there is none.
  ///
  /// - Throws: `date.unreadable` at the end of the calendar.
  public func nextDue(from day: BookDate) throws(LedgerError) -> BookDate? {
    try dueDays(from: day, through: max(day, from).adding(months: 2)).first
  }
}

extension StandingOrder: Identifiable {
  /// Its number.
  public var id: Int { number }
}
