/// Savings of a fixed amount every month for a term (simpanan berencana): what was agreed, and what
/// was brought.
///
/// They count whole months: those from the month of opening on. What is brought pays the months
/// oldest first, so who catches up is not behind any more. They mature on the first day after the
/// last month; until then they stay, unless they were given up or have lapsed.
public struct PlannedSavings: Hashable, Sendable, Codable {
  /// How it ended before its account did.
  public struct Ending: Hashable, Sendable, Codable {
    /// The day.
    public let day: BookDate
    /// Why it was given up; nil where it was paid out at its maturity.
    public let reason: String?
    /// The voucher that paid it out; nil where it was given up, and its savings stay.
    public let entry: EntryNumber?

    /// Gathers an ending.
    package init(day: BookDate, reason: String?, entry: EntryNumber?) {
      self.day = day
      self.reason = reason
      self.entry = entry
    }
  }

  /// What was brought on a day; below zero where it was taken back.
  package struct Deposit: Hashable, Sendable, Codable {
    /// The day.
    package let date: BookDate
    /// How much.
    package let amount: Rupiah

    /// Something that was brought.
    package init(_ date: BookDate, _ amount: Rupiah) {
      self.date = date
      self.amount = amount
    }
  }

  /// The account.
  public let account: AccountCode
  /// The member's number.
  public let member: MemberNumber
  /// The member's name.
  public let memberName: String
  /// The terms that were agreed; their first month is that of the product's terms.
  public let terms: PlannedSavingsTerms
  /// The first month that is saved for.
  public let firstMonth: BookMonth
  /// What is saved every month.
  public let monthly: Rupiah
  /// The savings of the same member to which it is paid at its maturity; nil where it stays.
  public let payTo: AccountCode?
  /// How it ended; nil while nobody ended it.
  public let ending: Ending?
  /// The day on which its account was closed, when its member left; nil otherwise.
  public let closedOn: BookDate?
  /// The day whose balance an earlier book left; nil for what was opened in this one.
  public let takenOverOn: BookDate?
  /// What was brought, by day: deposits and transfers less those that were reversed.
  package let deposits: [PlannedSavings.Deposit]

  /// Gathers what a book says of planned savings.
  package init(
    account: AccountCode, member: MemberNumber, memberName: String, terms: PlannedSavingsTerms,
    firstMonth: BookMonth, monthly: Rupiah, payTo: AccountCode? = nil, ending: Ending? = nil,
    closedOn: BookDate? = nil, takenOverOn: BookDate? = nil,
    deposits: [PlannedSavings.Deposit] = []
  ) {
    self.account = account
    self.member = member
    self.memberName = memberName
    self.terms = terms
    self.firstMonth = firstMonth
    self.monthly = monthly
    self.payTo = payTo
    self.ending = ending
    self.closedOn = closedOn
    self.takenOverOn = takenOverOn
    self.deposits = deposits
  }

  /// The last month that is saved for.
  package func lastMonth() throws(LedgerError) -> BookMonth {
    try maturity().adding(days: -1).month
  }

  /// The day from which its savings are free: the first one after its last month.
  ///
  /// - Throws: `date.unreadable` past the end of the calendar.
  public func maturity() throws(LedgerError) -> BookDate {
    try firstMonth.firstDay.adding(months: terms.months)
  }

  /// What is to be saved in all.
  ///
  /// - Throws: `amount.overflow`.
  package func goal() throws(LedgerError) -> Rupiah {
    try Rupiah(wideSen: Int128(monthly.sen) * Int128(terms.months))
  }

  /// The rate that it earns in a month; nil where the product's own holds, before it began and from
  /// its maturity on.
  ///
  /// - Parameter month: A month whose forerunners are closed: what they lack decides.
  /// - Returns: The rate that was agreed, or the lower one of the term.
  /// - Throws: `amount.overflow`, `date.unreadable` at the end of the calendar.
  package func rate(in month: BookMonth) throws(LedgerError) -> Rate? {
    guard firstMonth <= month, month <= (try lastMonth()) else { return nil }
    if let ending, ending.day.month <= month { return terms.lapsedRate }
    guard month > firstMonth else { return terms.rate }
    let lapsed = try lapse(through: month.previous())
    return lapsed == nil ? terms.rate : terms.lapsedRate
  }

  /// The month with which it lapsed, of those up to one; nil where it did not.
  package func lapse(through month: BookMonth) throws(LedgerError) -> BookMonth? {
    var end = min(month, try lastMonth())
    // Who gave it up, or left, misses nothing any more.
    for day in [ending?.day, closedOn].compactMap(\.self) {
      end = min(end, try day.month.previous())
    }
    var brought = Rupiah.zero
    var rest = deposits[...]
    var (current, elapsed) = (firstMonth, 0)
    // What was behind before a takeover, and when, is not known: it ran on that day.
    let watched = try takenOverOn?.adding(days: 1).month ?? firstMonth
    while current <= end {
      elapsed += 1
      while let next = rest.first, next.date <= current.lastDay {
        try brought += next.amount
        rest.removeFirst()
      }
      if watched <= current, elapsed - monthsPaid(by: brought) >= terms.misses {
        return current
      }
      current = try current.next()
    }
    return nil
  }

  /// How many of its months an amount pays.
  package func monthsPaid(by amount: Rupiah) -> Int {
    min(terms.months, max(0, Int(amount.sen / monthly.sen)))
  }
}

extension PlannedSavings: Identifiable {
  /// The account.
  public var id: AccountCode { account }
}
