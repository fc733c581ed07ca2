/// Where a loan stands on a day, derived from its plan and its payments and from nothing else.
///
/// Payments settle the oldest installment first, each component for itself, so the sums paid tell
/// what every installment still owes. The position is not stored: taking a payment away gives
/// exactly the position without it.
public struct LoanPosition: Hashable, Sendable, Codable {
  /// What is left of one installment.
  public struct Open: Hashable, Sendable, Codable {
    /// The installment.
    public let installment: Installment
    /// What of it is unpaid.
    public let parts: LoanParts
    /// All that is unpaid.
    public let total: Rupiah

    /// The principal that is unpaid.
    public var principal: Rupiah { parts.principal }
    /// The interest that is unpaid.
    public var interest: Rupiah { parts.interest }
    /// The administration that is unpaid.
    public var administration: Rupiah { parts.administration }

    /// An installment of which nothing is paid.
    init(untouched installment: Installment) {
      self.installment = installment
      parts = installment.parts
      total = installment.total
    }

    /// What is left of an installment.
    ///
    /// - Throws: `amount.overflow`.
    init(_ installment: Installment, _ parts: LoanParts) throws(LedgerError) {
      self.installment = installment
      self.parts = parts
      total = try parts.total()
    }
  }

  /// Since when something has been in arrears.
  public struct ArrearsSince: Hashable, Sendable, Codable {
    /// The due day of the oldest installment whose principal is unpaid; nil where none is late.
    public let principal: BookDate?
    /// The same of interest.
    public let interest: BookDate?
  }

  /// The parts of several installments together.
  public struct Amounts: Hashable, Sendable, Codable {
    /// Each part.
    public let parts: LoanParts
    /// All together.
    public let total: Rupiah

    /// The principal.
    public var principal: Rupiah { parts.principal }
    /// The interest.
    public var interest: Rupiah { parts.interest }
    /// The administration.
    public var administration: Rupiah { parts.administration }

    /// Adds the parts up.
    ///
    /// - Throws: `amount.overflow`.
    init(_ parts: LoanParts) throws(LedgerError) {
      self.parts = parts
      total = try parts.total()
    }
  }

  /// The day.
  public let asOf: BookDate
  /// The installments that are not settled, oldest first, whether due or not.
  public let open: [Open]
  /// How many installments have fallen due by the day, settled or not.
  public let fallenDue: Int
  /// The late fees that are owed, less what was paid of them.
  public let lateFee: Rupiah
  /// All late fees up to the day, paid or not.
  public let lateFeeCharged: Rupiah
  /// What is unpaid, due or not.
  public let owed: Amounts
  /// Principal and interest that are due and unpaid, those that fall due on the day among them.
  public let dueAmounts: Amounts
  /// Principal and interest that fell due before the day and are unpaid: arrears (tunggakan).
  public let overdueAmounts: Amounts
  /// Principal and interest that fall due on the day itself: not arrears yet.
  public let dueTodayAmounts: Amounts
  /// All that is to be paid by the day: late fees, interest and principal.
  public let totalDue: Rupiah

  /// Works out where a loan stands.
  ///
  /// - Parameters:
  ///   - installments: The plan in force.
  ///   - payments: The payments since the plan began, by date.
  ///   - carried: What the plan took over from the one before it.
  ///   - startedOn: The day the plan began in the book, through which late fees are carried and not
  ///     counted; nil for the day of the loan itself. A loan taken over has installments before it.
  ///   - rule: What is charged for paying late; nil for nothing.
  ///   - date: The day.
  ///   - countsLater: Whether payments after the day settle installments too: what is left to pay
  ///     when a payment is dated back. They never lower a late fee.
  /// - Throws: `amount.overflow`.
  package init(
    installments: [Installment], payments: [LoanPayment], carried: CarriedOver = .nothing,
    startedOn: BookDate? = nil, rule: LateFeeRule?, asOf date: BookDate, countsLater: Bool = false
  ) throws(LedgerError) {
    let known = payments.prefix { $0.date <= date }
    var paid = PaidSums(carried)
    var paidFee = Rupiah.zero
    for payment in countsLater ? payments[...] : known {
      try paid.add(payment)
      try paidFee += payment.lateFee
    }
    var open: [Open] = []
    open.reserveCapacity(installments.count)
    var (overdue, today, later) = (LoanParts(), LoanParts(), LoanParts())
    var fallenDue = 0
    for installment in installments {
      if installment.due <= date { fallenDue += 1 }
      guard let left = try paid.settle(installment) else { continue }
      if installment.due < date {
        try overdue.add(left.parts)
      } else if installment.due == date {
        try today.add(left.parts)
      } else {
        try later.add(left.parts)
      }
      open.append(left)
    }
    var due = overdue
    try due.add(today)
    try later.add(due)
    self.asOf = date
    self.open = open
    self.fallenDue = fallenDue
    lateFeeCharged = try LateFees.charged(
      rule, on: installments, known, carried: carried, since: startedOn, to: date)
    lateFee = try (lateFeeCharged - paidFee).orZero
    owed = try Amounts(later)
    dueAmounts = try Amounts(due)
    overdueAmounts = try Amounts(overdue)
    dueTodayAmounts = try Amounts(today)
    totalDue = try dueAmounts.total + lateFee
  }

  /// The installments that are due and not settled, oldest first.
  public var due: ArraySlice<Open> { open.prefix { $0.installment.due <= asOf } }

  /// The installments that are late: due before the day and not settled.
  public var late: ArraySlice<Open> { open.prefix { $0.installment.due < asOf } }

  /// The principal that is still owed, due or not.
  public var outstanding: Rupiah { owed.principal }

  /// The days since the oldest unpaid installment was due (DPD); 0 when none is late.
  public var daysPastDue: Int { late.first.map { $0.installment.due.days(until: asOf) } ?? 0 }

  /// The whole months since the oldest unpaid installment was due; 0 when none is late.
  public var monthsPastDue: Int {
    late.first.map { LateFees.startedMonths($0.installment.due, asOf) - 1 } ?? 0
  }

  /// Since when principal and interest have been in arrears; nil where they are not.
  public var arrearsSince: ArrearsSince {
    ArrearsSince(
      principal: late.first { $0.principal.isPositive }?.installment.due,
      interest: late.first { $0.interest.isPositive }?.installment.due)
  }
}
