/// What was agreed for a term deposit (syarat simpanan berjangka): kept from opening or roll-over
/// to maturity, whatever the product says meanwhile.
public struct TermDepositTerms: Hashable, Sendable, Codable {
  /// The rate.
  public var rate: Rate
  /// The months from opening to maturity, 1 to 600.
  public var tenor: Int
  /// How days become a fraction of a year.
  public var dayCount: TermDayCount
  /// When and where the interest is paid.
  public var payout: TermPayout
  /// How interest, tax at a rate and penalty are rounded.
  public var rounding: Rounding
  /// What breaking it before its time costs.
  public var penalty: BreakPenalty

  /// The longest tenor, in months.
  public static let longestTenor = 600

  /// The day of the month that its value dates keep, where the month of its roll-over is too short
  /// for it; nil otherwise.
  package var firstDay: Int?

  /// Terms; what is not said is as most cooperatives have it.
  ///
  /// - Throws: `deposit.tenorRefused` outside 1 to 600 months.
  public init(
    rate: Rate, tenor: Int, dayCount: TermDayCount = .actual365, payout: TermPayout = .savings,
    rounding: Rounding = .rupiah, penalty: BreakPenalty = .forfeit
  ) throws(LedgerError) {
    guard (1...Self.longestTenor).contains(tenor) else { throw .depositTenorRefused(tenor) }
    try rate.requireOfCalendar()
    self.rate = rate
    self.tenor = tenor
    self.dayCount = dayCount
    self.payout = payout
    self.rounding = rounding
    self.penalty = penalty
  }

  /// Reads what was written, with the same checks as a new one.
  public init(from decoder: any Decoder) throws {
    let object = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      rate: object.decode(Rate.self, forKey: .rate),
      tenor: object.decode(Int.self, forKey: .tenor),
      dayCount: object.decode(TermDayCount.self, forKey: .dayCount),
      payout: object.decode(TermPayout.self, forKey: .payout),
      rounding: object.decode(Rounding.self, forKey: .rounding),
      penalty: object.decode(BreakPenalty.self, forKey: .penalty))
    firstDay = try object.decodeIfPresent(Int.self, forKey: .firstDay)
  }

  /// The day of a value date: that of the opening, or the last of a shorter month, so that
  /// 30 January is followed by 28 February and 30 March, also over a roll-over on 28 February.
  ///
  /// - Parameters:
  ///   - number: 1 for the first; that of the tenor is the maturity.
  ///   - opened: The day of opening or roll-over.
  /// - Returns: The day.
  /// - Throws: `month.unreadable` beyond the calendar.
  public func valueDate(
    _ number: Int, of opened: BookDate
  ) throws(LedgerError) -> BookDate {
    try Self.valueDate(number, of: opened, keeping: firstDay)
  }

  /// The same where only the days are known: `day` is that of the month of the first opening.
  ///
  /// - Throws: `month.unreadable` beyond the calendar.
  package static func valueDate(
    _ number: Int, of opened: BookDate, keeping day: Int?
  ) throws(LedgerError) -> BookDate {
    guard number > 0, let day, day > opened.components.day, opened == opened.month.lastDay else {
      return try opened.adding(months: number)
    }
    let month = try BookMonth(ordinal: opened.month.ordinal + Int32(number))
    return try month.firstDay.adding(days: min(day, month.dayCount) - 1)
  }

  /// Keeps the day of the month on which a deposit was first opened, where it was run again in a
  /// month that does not have it.
  package mutating func keepDay(of first: BookDate, since opened: BookDate) {
    let day = first.components.day
    firstDay = day > opened.components.day ? day : nil
  }

  /// The day of maturity.
  ///
  /// - Throws: `month.unreadable` beyond the calendar.
  public func maturity(of opened: BookDate) throws(LedgerError) -> BookDate {
    try valueDate(tenor, of: opened)
  }

  /// The interest of whole periods and of the days that run after them, rounded once.
  ///
  /// With ``TermDayCount/twelfth`` a day of a running period is its share of that period's twelfth,
  /// so that no part of a month earns more than the month.
  ///
  /// - Parameters:
  ///   - principal: What earns.
  ///   - opened: The day of opening or roll-over, from which value dates are counted.
  ///   - first: The number of the value date from which it earns; 0 is the opening.
  ///   - end: The day that does not earn any more: a value date, or the day it is broken on.
  /// - Returns: The interest, a multiple of the step of the rounding.
  /// - Throws: `amount.overflow`.
  package func interest(
    on principal: Rupiah, opened: BookDate, from first: Int, to end: BookDate
  ) throws(LedgerError) -> Rupiah {
    try rounding.round(exactInterest(on: principal, opened: opened, from: first, to: end))
  }

  /// The same before it is rounded.
  ///
  /// - Throws: `amount.overflow`.
  package func exactInterest(
    on principal: Rupiah, opened: BookDate, from first: Int, to end: BookDate
  ) throws(LedgerError) -> ExactAmount {
    let (weight, denominator) = try fraction(opened: opened, from: first, to: end)
    let yearly = Int128(principal.sen) * Int128(rate.billionthsPerYear)
    return ExactAmount(
      sen: try yearly.multiplied(by: weight), over: denominator * Int128(Percentage.whole))
  }

  /// The number of the last value date up to a day; 0 before the first.
  ///
  /// - Throws: `month.unreadable` beyond the calendar.
  package func lastValueDate(of opened: BookDate, through day: BookDate) throws(LedgerError) -> Int
  {
    var number = max(0, min(tenor, Int(day.month.ordinal - opened.month.ordinal)))
    if number > 0, try valueDate(number, of: opened) > day { number -= 1 }
    return number
  }

  /// The interest that a running deposit has earned by the end of a day and that falls due later;
  /// below zero what was paid in advance and is not earned yet. The day itself earns, as every day
  /// before a value date does.
  ///
  /// - Parameters:
  ///   - balance: What earns since the last value date.
  ///   - opened: The day of opening or roll-over.
  ///   - day: The day.
  /// - Returns: The interest, rounded as all of it is.
  /// - Throws: `amount.overflow`, `month.unreadable`.
  package func accrued(
    on balance: Rupiah, opened: BookDate, through day: BookDate
  ) throws(LedgerError) -> Rupiah {
    let maturity = try maturity(of: opened)
    guard day < maturity, opened <= day else { return .zero }
    let end = try min(day.adding(days: 1), maturity)
    switch payout {
    case .savings, .cash, .capitalise:
      let first = try lastValueDate(of: opened, through: day)
      return try interest(on: balance, opened: opened, from: first, to: end)
    case .maturity: return try interest(on: balance, opened: opened, from: 0, to: end)
    case .advance:
      let whole = try interest(on: balance, opened: opened, from: 0, to: maturity)
      return try interest(on: balance, opened: opened, from: 0, to: end) - whole
    }
  }

  /// The share of a year as a fraction.
  private func fraction(
    opened: BookDate, from first: Int, to end: BookDate
  ) throws(LedgerError) -> (Int128, Int128) {
    let start = try valueDate(first, of: opened)
    switch dayCount {
    case .actual365: return (Int128(start.days(until: end)), 365)
    case .actual360: return (Int128(start.days(until: end)), 360)
    case .twelfth:
      var months = first
      var last = start
      var next = try valueDate(months + 1, of: opened)
      while next <= end {
        months += 1
        last = next
        next = try valueDate(months + 1, of: opened)
      }
      let period = last.days(until: next)
      return (
        Int128((months - first) * period + last.days(until: end)), Int128(12 * period)
      )
    }
  }
}
