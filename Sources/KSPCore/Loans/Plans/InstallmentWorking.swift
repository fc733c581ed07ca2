/// Where the interest of one installment comes from (perhitungan jasa angsuran).
public struct InstallmentWorking: Hashable, Sendable, Codable {
  /// What the interest is worked out from.
  public enum Basis: Hashable, Sendable, Codable {
    /// A rate on a balance, for the days of the period.
    case balance(Rupiah)
    /// One of so many equal parts of a sum of interest, whatever the days.
    case part(of: Rupiah, parts: Int)
    /// Nothing: the interest was cut in advance, or is due with other installments.
    case nothing

    // What the values are called on a wire.
    private enum BalanceCodingKeys: String, CodingKey { case _0 = "amount" }
  }

  /// Days of the period that count over the same number of days in a year.
  public struct Share: Hashable, Sendable, Codable {
    /// The first day.
    public let from: BookDate
    /// The day on which it ends, which does not count.
    public let to: BookDate
    /// The days, as the day count counts them.
    public let days: Int
    /// The days of the year that they are a part of.
    public let yearDays: Int

    /// A part of a year.
    package init(from: BookDate, to: BookDate, days: Int, yearDays: Int) {
      self.from = from
      self.to = to
      self.days = days
      self.yearDays = yearDays
    }
  }

  /// The installment, by its number in the plan.
  public let number: Int
  /// The first day of the period.
  public let from: BookDate
  /// The day on which the period ends, before any shift off a day without business.
  public let to: BookDate
  /// What the interest is worked out from.
  public let basis: Basis
  /// The period as parts of a year, more than one where a period over New Year is split.
  public let shares: [Share]
  /// The rate that was agreed.
  public let rate: Rate
  /// The interest before it is rounded.
  public let exact: ExactAmount
  /// How it is rounded.
  public let rounding: Rounding
  /// The interest.
  public let interest: Rupiah

  /// Works the interest out.
  ///
  /// - Throws: `amount.overflow`.
  init(
    number: Int, shares: [Share], basis: Basis, rate: Rate, exact: ExactAmount, rounding: Rounding
  ) throws(LedgerError) {
    self.number = number
    self.from = shares[0].from
    self.to = shares[shares.count - 1].to
    self.basis = basis
    self.shares = shares
    self.rate = rate
    self.exact = exact
    self.rounding = rounding
    interest = try rounding.round(exact)
  }
}
