/// What a product offers to those who save a fixed amount every month for a term (simpanan
/// berencana), from a month on.
///
/// Terms hold for planned savings that begin in their first month or later; those that run keep
/// what was agreed.
public struct PlannedSavingsTerms: Hashable, Sendable, Codable {
  /// The longest term in months.
  public static let mostMonths = 600

  /// The product, of the kind sukarela; its own rates are for what is not planned.
  public var product: ProductCode
  /// The first month.
  public var effectiveFrom: BookMonth
  /// For how many months is saved.
  public var months: Int
  /// The rate while every month is paid, at most so far behind as `misses` allows.
  public var rate: Rate
  /// The rate of the rest of the term once it was given up, or has lapsed.
  public var lapsedRate: Rate
  /// How many months may stay unpaid before it lapses: with the last of them it becomes ordinary
  /// savings.
  public var misses: Int
  /// The smallest amount a month.
  public var least: Rupiah

  /// Terms of a product; three misses unless said otherwise.
  public init(
    of product: ProductCode, from month: BookMonth, months: Int, rate: Rate, lapsedRate: Rate,
    misses: Int = 3, least: Rupiah = .zero
  ) {
    self.product = product
    effectiveFrom = month
    self.months = months
    self.rate = rate
    self.lapsedRate = lapsedRate
    self.misses = misses
    self.least = least
  }

  /// Refuses terms that contradict themselves.
  package func validate() throws(LedgerError) {
    guard (1...Self.mostMonths).contains(months) else {
      throw .plannedUnfit(
        Phrase(
          id: "jangka \(months) bulan, bukan 1 sampai \(Self.mostMonths)",
          en: "a term of \(months) months, not 1 to \(Self.mostMonths)"))
    }
    guard (1...months).contains(misses) else {
      throw .plannedUnfit(
        Phrase(
          id: "gugur setelah \(misses) bulan, bukan 1 sampai \(months)",
          en: "it lapses after \(misses) months, not 1 to \(months)"))
    }
    for rate in [rate, lapsedRate] { try rate.requireOfCalendar() }
    guard lapsedRate.billionthsPerYear <= rate.billionthsPerYear else {
      throw .plannedUnfit(
        Phrase(
          id: "suku setelah gugur \(lapsedRate) lebih tinggi daripada \(rate)",
          en: "the rate after lapsing \(lapsedRate) is higher than \(rate)"))
    }
    if least.isNegative { throw .amountNotPositive(least) }
  }
}
