/// What the days of a deposit come to by what was agreed, for the desk that pays it, for verify and
/// for who asks.
extension TermDeposit {
  /// The interest of a value date of a period that was paid, or is.
  ///
  /// - Parameters:
  ///   - terms: What was agreed for the period.
  ///   - opened: The day on which the period began.
  ///   - number: The number of the value date; 0 is the opening, on which interest in advance is
  ///     paid.
  ///   - base: What earned.
  /// - Returns: The days and their interest; nil at the end of a tenor that was paid in advance.
  /// - Throws: `amount.overflow`, `month.unreadable`.
  package static func earning(
    _ terms: TermDepositTerms, opened: BookDate, number: Int, on base: Rupiah
  ) throws(LedgerError) -> TermDepositExplanation.Earning? {
    let isAhead = terms.payout == .advance
    if isAhead, number == terms.tenor { return nil }
    let first = terms.payout.isMonthly ? number - 1 : 0
    let end = try isAhead ? terms.maturity(of: opened) : terms.valueDate(number, of: opened)
    return TermDepositExplanation.Earning(
      from: try terms.valueDate(first, of: opened), to: end, base: base, rate: terms.rate,
      interest: try terms.interest(on: base, opened: opened, from: first, to: end))
  }

  /// Whether interest that falls due stays on it.
  package var addsInterest: Bool {
    terms.payout == .capitalise || (terms.payout == .maturity && rollOver == .withInterest)
  }

  /// The days since the last value date, up to a day that does not earn any more; nil where there
  /// are none, or they were paid in advance.
  ///
  /// - Throws: `amount.overflow`, `month.unreadable`.
  package func running(to day: BookDate) throws(LedgerError) -> TermDepositExplanation.Earning? {
    let start = try terms.valueDate(terms.payout.isMonthly ? paid : 0, of: opened)
    guard terms.payout != .advance, start < day else { return nil }
    return TermDepositExplanation.Earning(
      from: start, to: day, base: balance, rate: terms.rate, interest: try interest(to: day))
  }

  /// The days that are earned at the end of one and not due yet; all of them since the opening
  /// where they were paid in advance.
  ///
  /// - Throws: `amount.overflow`, `month.unreadable`.
  package func accruing(
    through day: BookDate
  ) throws(LedgerError) -> TermDepositExplanation.Earning? {
    guard opened <= day, day < maturity, endedOn == nil else { return nil }
    let first = try terms.payout.isMonthly ? terms.lastValueDate(of: opened, through: day) : 0
    let (start, end) = (try terms.valueDate(first, of: opened), try day.adding(days: 1))
    guard start < end else { return nil }
    return TermDepositExplanation.Earning(
      from: start, to: end, base: balance, rate: terms.rate,
      interest: try terms.interest(on: balance, opened: opened, from: first, to: end))
  }

  /// The interest since the last value date that its end on a day brings: none at maturity, nor
  /// where the rule forfeits it.
  ///
  /// - Parameters:
  ///   - day: The day on which it is paid out.
  ///   - isWaived: Whether the rule does not hold, such as at a death.
  /// - Returns: The interest, rounded as was agreed.
  /// - Throws: `amount.overflow`, `month.unreadable`.
  package func interest(
    endingOn day: BookDate, isWaived: Bool
  ) throws(LedgerError) -> Rupiah {
    guard day < maturity, terms.penalty.paysRunningInterest || isWaived else { return .zero }
    return try interest(to: day)
  }

  /// What its end on a day costs and takes back, beside that interest.
  ///
  /// - Parameters:
  ///   - day: The day on which it is paid out.
  ///   - isWaived: Whether the rule does not hold.
  ///   - net: The interest since the last value date, after tax.
  /// - Returns: What it costs, and what is taken back of interest that was paid in advance.
  /// - Throws: `amount.overflow`, `month.unreadable`.
  package func lost(
    endingOn day: BookDate, isWaived: Bool, net: Rupiah
  ) throws(LedgerError) -> (penalty: Rupiah, takenBack: Rupiah) {
    let keepsEarned = terms.penalty.paysRunningInterest || isWaived
    let takenBack = try takenBack(on: day, keepsEarned: keepsEarned)
    guard day < maturity, !isWaived else { return (.zero, takenBack) }
    let balance = try terms.payout == .capitalise ? balance + net : balance
    // What was paid in advance is taken back; nothing was earned and paid before.
    let paid = terms.payout == .advance ? Rupiah.zero : interest
    return (
      try terms.penalty(principal: principal, balance: balance, interestPaid: paid), takenBack
    )
  }
}
