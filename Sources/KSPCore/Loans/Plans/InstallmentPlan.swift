/// When a loan is to be paid back, installment by installment (rencana angsuran).
///
/// ```swift
/// let plan = try InstallmentPlan(
///   PlanTerms(method: .annuity, rate: Rate(parsing: "12%/year"), count: 12),
///   principal: 10_000_000, disbursedOn: BookDate(parsing: "2026-01-15"))
/// plan.installments[0].total   // Rp888.488
/// ```
///
/// Properties: the principals add up to the loan; the balance never falls below zero, and is zero
/// after the last row; due dates rise; annuity rows are level but for the last. The arithmetic is
/// exact, each figure is rounded once as the terms say, and the last row takes what is left over.
public struct InstallmentPlan: Hashable, Sendable, Codable {
  /// What it was computed from.
  public let terms: PlanTerms
  /// The amount that is lent.
  public let principal: Rupiah
  /// The day on which the money is paid out.
  public let disbursedOn: BookDate
  /// The first due date, before any shift off a day without business.
  public let firstDue: BookDate
  /// The rows, in order.
  public let installments: [Installment]
  /// The interest that is cut from the money at disbursement; zero unless it is due in advance.
  public let interestInAdvance: Rupiah
  /// All interest together, that in advance included.
  public let interest: Rupiah
  /// Whether the first period is as long as the others.
  let isFirstRegular: Bool
  /// The administration of all installments.
  public let administration: Rupiah
  /// The days on which the periods end, before any shift.
  private let dates: [BookDate]
  /// The interest of each period that is cut in advance; empty where none is.
  private let advances: [Rupiah]

  /// Computes a plan.
  ///
  /// - Parameters:
  ///   - terms: How the loan is repaid.
  ///   - principal: The amount that is lent, more than zero.
  ///   - disbursedOn: The day on which the money is paid out.
  ///   - firstDue: The first due date; nil for one interval after the disbursement. Another date
  ///     makes the first period irregular, and its day of the month is kept.
  /// - Throws: `loan.planInvalid` when there can be no such plan, `loan.planUnroundable` when the
  ///   rounding leaves an installment without principal, `amount.overflow`.
  public init(
    _ terms: PlanTerms, principal: Rupiah, disbursedOn: BookDate, firstDue: BookDate? = nil
  ) throws(LedgerError) {
    try terms.check()
    guard principal.isPositive else { throw .amountNotPositive(principal) }
    let dates = try DueDates(
      disbursedOn: disbursedOn, firstDue: firstDue, interval: terms.interval, count: terms.count)
    let rates = try PeriodRates(terms, dates)
    var maker = PlanMaker(terms: terms, principal: principal, dates: dates.dates, rates: rates)
    try maker.makeRows()
    self.terms = terms
    self.principal = principal
    self.disbursedOn = disbursedOn
    self.firstDue = dates.dates[0]
    self.isFirstRegular = dates.isFirstRegular
    self.installments = maker.rows
    self.interestInAdvance = maker.interestInAdvance
    self.interest = try maker.interestInAdvance + maker.interest
    self.administration = maker.administration
    // What is owed in all has to be an amount, too: the card of the loan shows it.
    _ = try principal + interest + administration
    self.dates = dates.dates
    self.advances = maker.advances
  }

  /// What of a sum that was cut in advance is for periods that have not begun on a day, each with
  /// its own share of it, rounded down to the rupiah; `hasBegun` says whether the first has.
  ///
  /// - Throws: `amount.overflow`.
  func notBegun(
    of advance: Rupiah, on date: BookDate, hasBegun: Bool = true
  ) throws(LedgerError) -> Rupiah {
    let begun = (hasBegun ? 1 : 0) + dates.dropLast().count { $0 < date }
    let whole = advances.reduce(Int128(0)) { $0 + Int128($1.sen) }
    let left = advances.dropFirst(begun).reduce(Int128(0)) { $0 + Int128($1.sen) }
    guard whole > 0 else { return .zero }
    return try Rounding.downToRupiah.round(
      Int128(advance.sen).multiplied(by: left), over: whole)
  }
}
