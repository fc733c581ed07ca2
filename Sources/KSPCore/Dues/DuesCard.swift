/// The dues of one member in one product, month by month (kartu wajib).
public struct DuesCard: Hashable, Sendable, Codable {
  /// One month.
  public struct Month: Hashable, Sendable, Codable {
    /// The month.
    public let month: BookMonth
    /// What is asked for; zero where the member is exempt.
    public let due: Rupiah
    /// What was paid for it.
    public let paid: Rupiah
    /// What is open of it, also where it is not due yet.
    public let open: Rupiah
    /// The day of the last payment for it; nil where there is none.
    public let paidOn: BookDate?
    /// Whether it is due: it has begun, and the member had not left before it ended.
    public let isDue: Bool
    /// Why nothing is asked for; nil where it is.
    public let exemption: String?
  }

  /// The member number.
  public let member: MemberNumber
  /// The member's name.
  public let name: String
  /// The product's code.
  public let product: ProductCode
  /// The day on which it stands so.
  public let asOf: BookDate
  /// The day of joining; that month is due.
  public let joinedOn: BookDate
  /// The day of leaving; that month is not due. Nil for a member.
  public let leftOn: BookDate?
  /// The number on whose card the dues stand since this one was merged into it; nil for all others.
  public let mergedInto: MemberNumber?
  /// Where the member stood when the book took them over; nil where nothing was said.
  public let takeover: DuesTakeover?
  /// What was paid of the arrears that were taken over.
  public let takeoverPaid: Rupiah
  /// The months that are due, then those that were paid ahead.
  public let months: [Month]
  /// What the months that are due ask for, with arrears that were taken over.
  public let due: Rupiah
  /// What was paid.
  public let paid: Rupiah
  /// What is open of the months that are due, with arrears that were taken over.
  public let owed: Rupiah
  /// What was paid for months that are not due yet. Due less owed, with this, is what was paid.
  public let ahead: Rupiah

  /// The months that are due and not wholly paid.
  public var openMonths: [BookMonth] {
    months.filter { $0.isDue && $0.open.isPositive }.map(\.month)
  }

  /// Works the dues of a member out as they stand on a day.
  ///
  /// Pure: membership, amounts, exemptions and payments in the order of their days and numbers
  /// decide, and nothing else. A product that never asked for anything gives a card without months.
  package init(
    _ facts: DuesFacts, name: String, product: ProductCode, under rule: DuesRule,
    asOf date: BookDate
  ) throws(LedgerError) {
    member = facts.member
    self.name = name
    self.product = product
    asOf = date
    joinedOn = facts.joinedOn
    leftOn = facts.leftOn
    mergedInto = facts.mergedInto
    guard let working = try DuesWorking(facts, rule, asOf: date) else {
      (takeover, takeoverPaid, months) = (nil, .zero, [])
      (due, paid, owed, ahead) = (.zero, .zero, .zero, .zero)
      return
    }
    takeover = facts.takeover
    takeoverPaid = working.carriedPaid
    var due = working.carried
    var owed = try working.carried - working.carriedPaid
    var ahead = working.unused
    var months: [Month] = []
    for month in working.months {
      let isDue = month.month.ordinal <= working.lastDue
      // Months ahead that nothing was paid for are not there yet.
      guard isDue || month.paid.isPositive else { continue }
      if isDue {
        try due += month.due
        try owed += month.open
      } else {
        try ahead += month.paid
      }
      months.append(
        Month(
          month: month.month, due: month.due, paid: month.paid, open: month.open,
          paidOn: month.paidOn, isDue: isDue, exemption: month.exemption))
    }
    self.months = months
    self.due = due
    self.owed = owed
    self.ahead = ahead
    paid = working.paid
  }
}

extension DuesCard {
  /// Divides a payment among months that the payer names, oldest first: what each still needs.
  ///
  /// - Throws: `dues.monthNotOpen` for a month that asks for nothing or is paid, `dues.tooMuch`
  ///   where they need less, `dues.tooLittle` where nothing is left for one of them.
  package static func division(
    of amount: Rupiah, among named: [BookMonth], _ facts: DuesFacts, under rule: DuesRule,
    on date: BookDate
  ) throws(LedgerError) -> [DuePayment.Part] {
    let named = Set(named).sorted()
    guard let last = named.last else { return [] }
    // As if the last of them had begun: only then it says what it asks for.
    var reaching = facts
    reaching.leftOn = nil
    let latest = max(date, last.lastDay, facts.payments.last?.bookDate ?? date)
    guard let working = try DuesWorking(reaching, rule, asOf: latest) else {
      throw .duesMonthNotOpen(named[0], member: facts.member)
    }
    var rest = amount
    var needed = Rupiah.zero
    var parts: [DuePayment.Part] = []
    for month in named {
      guard let open = working.months.first(where: { $0.month == month })?.open,
        open.isPositive
      else { throw .duesMonthNotOpen(month, member: facts.member) }
      try needed += open
      let given = min(rest, open)
      guard given.isPositive else { throw .duesTooLittle(amount, month: month) }
      parts.append(DuePayment.Part(month, given))
      try rest -= given
    }
    guard rest.isZero else { throw .duesTooMuch(amount, needed: needed) }
    return parts
  }
}
