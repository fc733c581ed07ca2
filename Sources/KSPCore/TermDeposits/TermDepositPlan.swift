/// What a term deposit pays from its opening to its end, payment by payment (simulasi berjangka).
///
/// ```swift
/// let terms = try TermDepositTerms(rate: .percent("9", per: .year), tenor: 3)
/// let plan = try TermDepositPlan(terms, principal: 30_000_000, opened: opened)
/// print(plan.rows.map(\.interest))
/// ```
public struct TermDepositPlan: Hashable, Sendable, Codable {
  /// One payment of interest.
  public struct Row: Hashable, Sendable, Codable {
    /// The first day that earns.
    public let from: BookDate
    /// The value date, which does not earn any more: a month or the whole tenor later, or the day
    /// on which the deposit is broken.
    public let to: BookDate
    /// The gross interest.
    public let interest: Rupiah
    /// The tax on it.
    public let tax: Rupiah
    /// The interest less the tax.
    public let net: Rupiah
    /// What is on the deposit after the payment.
    public let principal: Rupiah

    /// The days that earned.
    public var days: Int { from.days(until: to) }
  }

  /// What was agreed.
  public let terms: TermDepositTerms
  /// What was placed.
  public let principal: Rupiah
  /// The day of opening.
  public let opened: BookDate
  /// The day of maturity.
  public let maturity: BookDate
  /// The day on which it is broken; nil where it is held to maturity.
  public let brokenOn: BookDate?
  /// The payments, the oldest first.
  public private(set) var rows: [Row] = []
  /// The gross interest of all payments.
  public private(set) var interest = Rupiah.zero
  /// The tax on it.
  public private(set) var tax = Rupiah.zero
  /// The interest less the tax.
  public private(set) var net = Rupiah.zero
  /// What breaking it costs, beside interest that is not paid.
  public private(set) var penalty = Rupiah.zero
  /// Interest paid in advance that was not earned and is kept back when it is broken.
  public private(set) var takenBack = Rupiah.zero
  /// What the member receives on the last day: the deposit and interest that was not paid on a
  /// value date before, less the penalty and what is taken back.
  public private(set) var received = Rupiah.zero
  /// What the member hands over on the first day: the principal, less interest in advance.
  public private(set) var handedOver = Rupiah.zero

  /// Works a deposit out.
  ///
  /// - Parameters:
  ///   - terms: What was agreed.
  ///   - principal: What is placed; greater than zero.
  ///   - opened: The day of opening.
  ///   - tax: How the tax is worked out.
  ///   - brokenOn: The day on which it is broken: from the opening on, before its maturity.
  /// - Throws: `amount.notPositive`, `deposit.breakOutside`, `deposit.penaltyTooLarge`,
  ///   `month.unreadable`, `amount.overflow`.
  public init(
    _ terms: TermDepositTerms, principal: Rupiah, opened: BookDate,
    tax: TermDepositTax = .person, brokenOn: BookDate? = nil
  ) throws(LedgerError) {
    guard principal.isPositive else { throw .amountNotPositive(principal) }
    self.terms = terms
    self.principal = principal
    self.opened = opened
    self.brokenOn = brokenOn
    maturity = try terms.maturity(of: opened)
    if let brokenOn, brokenOn < opened || brokenOn >= maturity {
      throw .depositBreakOutside(brokenOn, opened: opened, maturity: maturity)
    }
    var payments = Payments(terms, principal: principal, opened: opened, tax: tax)
    switch terms.payout {
    case .savings, .cash, .capitalise:
      var number = 0
      while number < terms.tenor {
        let end = try terms.valueDate(number + 1, of: opened)
        if let brokenOn, brokenOn < end { break }
        try payments.pay(from: number, to: end)
        number += 1
      }
      try end(&payments, from: number)
    case .maturity:
      if brokenOn == nil { try payments.pay(from: 0, to: maturity) }
      try end(&payments, from: 0)
    case .advance:
      try payments.pay(from: 0, to: maturity, on: opened)
      try endInAdvance(payments)
    }
  }

  /// What is paid on the last day of a deposit that pays afterwards.
  private mutating func end(_ payments: inout Payments, from number: Int) throws(LedgerError) {
    var unpaid = Rupiah.zero
    if terms.payout == .maturity { for row in payments.rows { try unpaid += row.net } }
    let paidBefore = try payments.rows.sum(\.interest)
    if let brokenOn {
      let start = try terms.valueDate(number, of: opened)
      if terms.penalty.paysRunningInterest, start < brokenOn {
        try payments.pay(from: number, to: brokenOn)
        if terms.payout != .capitalise { try unpaid += payments.rows.last?.net ?? .zero }
      }
      penalty = try terms.penalty(
        principal: principal, balance: payments.principal, interestPaid: paidBefore)
    }
    try finish(payments)
    handedOver = principal
    let owed = try payments.principal + unpaid
    guard penalty <= owed else { throw .depositPenaltyTooLarge(penalty, of: owed) }
    received = try owed - penalty
  }

  /// What is paid on the last day of a deposit that paid its interest in advance.
  private mutating func endInAdvance(_ payments: Payments) throws(LedgerError) {
    try finish(payments)
    handedOver = try principal - net
    if let brokenOn {
      // No value date has passed, so all of it is running interest.
      let earned =
        terms.penalty.paysRunningInterest
        ? try terms.interest(on: principal, opened: opened, from: 0, to: brokenOn) : .zero
      takenBack = try (interest - earned).orZero
      penalty = try terms.penalty(
        principal: principal, balance: principal, interestPaid: .zero)
    }
    let lost = try penalty + takenBack
    guard lost <= principal else { throw .depositPenaltyTooLarge(lost, of: principal) }
    received = try principal - lost
  }

  private mutating func finish(_ payments: Payments) throws(LedgerError) {
    rows = payments.rows
    interest = try rows.sum(\.interest)
    tax = try rows.sum(\.tax)
    net = try interest - tax
  }

  /// What the member hands over where interest is paid in advance, otherwise what the member
  /// receives on the last day.
  public var paid: Rupiah { terms.payout == .advance ? handedOver : received }

  /// The payments so far.
  private struct Payments {
    let terms: TermDepositTerms
    let opened: BookDate
    let tax: TermDepositTax
    var principal: Rupiah
    var month: TermDepositTax.Month
    var rows: [Row] = []

    init(
      _ terms: TermDepositTerms, principal: Rupiah, opened: BookDate, tax: TermDepositTax
    ) {
      self.terms = terms
      self.principal = principal
      self.opened = opened
      self.tax = tax
      month = TermDepositTax.Month(month: opened.month)
    }

    /// Adds a payment for the days since a value date, made on its end unless another day is said.
    mutating func pay(
      from number: Int, to end: BookDate, on day: BookDate? = nil
    ) throws(LedgerError) {
      let interest = try terms.interest(on: principal, opened: opened, from: number, to: end)
      let tax = try tax.tax(
        on: interest, paidOn: day ?? end, rounded: terms.rounding, in: &month)
      let net = try interest - tax
      if terms.payout == .capitalise { try principal += net }
      rows.append(
        Row(
          from: try terms.valueDate(number, of: opened), to: end, interest: interest,
          tax: tax, net: net, principal: principal))
    }
  }
}

extension TermDepositTerms {
  /// The penalty for breaking a deposit, rounded as its interest is.
  ///
  /// - Throws: `amount.overflow`.
  package func penalty(
    principal: Rupiah, balance: Rupiah, interestPaid: Rupiah
  ) throws(LedgerError) -> Rupiah {
    switch penalty {
    case .forfeit: .zero
    case .fixed(let amount): amount
    case .share(let share, .principal): try share.of(principal, rounded: rounding)
    case .share(let share, .balance): try share.of(balance, rounded: rounding)
    case .share(let share, .interestPaid): try share.of(interestPaid, rounded: rounding)
    }
  }
}

extension Array where Element == TermDepositPlan.Row {
  fileprivate func sum(_ amount: (Element) -> Rupiah) throws(LedgerError) -> Rupiah {
    try map(amount).sum()
  }
}
