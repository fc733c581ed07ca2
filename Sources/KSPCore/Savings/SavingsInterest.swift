/// Interest on savings (jasa simpanan) by every method that the terms of a product can name.
///
/// The arithmetic is exact in 128-bit integers; a figure is rounded once, where the terms say so.
/// Properties: no interest on no balance; never negative; it does not fall when a rate rises.
public enum SavingsInterest {
  /// A change of the balance on a day; a deposit is positive.
  public struct Movement: Hashable, Sendable {
    /// The day; the day's closing balance includes the change.
    public let date: BookDate
    /// The change, as the member sees it.
    public let amount: Rupiah

    /// A change of the balance.
    public init(_ date: BookDate, _ amount: Rupiah) {
      self.date = date
      self.amount = amount
    }
  }

  /// The interest of one account for one period, with its working.
  ///
  /// ```swift
  /// let working = try SavingsInterest.working(
  ///   terms: interest, period: BookPeriod(june), opening: 1_000_000, movements: [])
  /// print(working.gross)
  /// ```
  ///
  /// - Parameters:
  ///   - terms: How interest is computed.
  ///   - period: The days, usually a month.
  ///   - opening: The balance before the first day.
  ///   - movements: The changes within the period, in order of their dates.
  ///   - standing: How the holder belongs, where the terms have tiers for that.
  /// - Returns: The interest, rounded as the terms say, and the runs it comes from.
  /// - Throws: `interest.movementsUnordered` when a movement lies outside the period or before the
  ///   one before it; `amount.overflow`.
  public static func working(
    terms: InterestTerms, period: BookPeriod, opening: Rupiah, movements: [Movement],
    for standing: Member.Standing = .member
  ) throws(LedgerError) -> InterestWorking {
    let terms = terms.applying(to: standing)
    var days = EarningDays(terms: terms, period: period, opening: opening)
    for movement in movements { try days.move(movement) }
    try days.finish()
    switch terms.method {
    case .daily: return try days.daily()
    case .lowest: return try days.lowest()
    case .average: return try days.average()
    case .mean: return try days.mean()
    }
  }
}

extension LedgerError.Code {
  /// The movements of an account are not in order, or lie outside the period.
  public static let interestMovementsUnordered = Self(rawValue: "interest.movementsUnordered")
}

extension LedgerError {
  /// A movement outside the period, or before the one before it.
  package static func interestMovementsUnordered(_ date: BookDate) -> LedgerError {
    LedgerError(
      .interestMovementsUnordered,
      message: Phrase(
        id: "Mutasi tanggal \(date) di luar periode atau tidak urut tanggal.",
        en: "The movement of \(date) lies outside the period or out of order."),
      advice: Phrase(
        id: "Urutkan mutasi menurut tanggal, di dalam periode yang dihitung.",
        en: "Give the movements by date, within the period."))
  }
}
