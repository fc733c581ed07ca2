/// What a product of term deposits pays from a day on (penawaran berjangka): rates by tenor and
/// amount, and the rules that a deposit takes over when it is opened or rolled over.
public struct TermDepositOffer: Hashable, Sendable, Codable {
  /// The rate for one tenor from an amount on.
  public struct Tier: Hashable, Sendable, Codable {
    /// The months.
    public let tenor: Int
    /// The least that earns it; what is below the lowest tier of a tenor is not taken.
    public let from: Rupiah
    /// The rate.
    public let rate: Rate

    /// A rate for deposits of a tenor, from an amount on.
    public init(tenor: Int, from: Rupiah = .zero, rate: Rate) {
      self.tenor = tenor
      self.from = from
      self.rate = rate
    }
  }

  /// The code of the product.
  public let product: ProductCode
  /// The first day on which it holds.
  public var effectiveFrom: BookDate
  /// The rates, in any order.
  public var tiers: [Tier]
  /// How days become a fraction of a year.
  public var dayCount: TermDayCount
  /// When and where interest is paid, unless a deposit says otherwise.
  public var payout: TermPayout
  /// How interest and penalty are rounded.
  public var rounding: Rounding
  /// What breaking a deposit costs.
  public var penalty: BreakPenalty
  /// What becomes of deposits at maturity, unless a deposit says otherwise.
  public var rollOver: TermRollOver
  /// Whether month ends set aside the interest that was earned and falls due later.
  public var isAccrued: Bool

  /// Describes an offer; it is checked when it is recorded.
  public init(
    product: ProductCode, effectiveFrom: BookDate, tiers: [Tier],
    dayCount: TermDayCount = .actual365, payout: TermPayout = .savings,
    rounding: Rounding = .rupiah, penalty: BreakPenalty = .forfeit,
    rollOver: TermRollOver = .none, isAccrued: Bool = false
  ) {
    self.product = product
    self.effectiveFrom = effectiveFrom
    self.tiers = tiers
    self.dayCount = dayCount
    self.payout = payout
    self.rounding = rounding
    self.penalty = penalty
    self.rollOver = rollOver
    self.isAccrued = isAccrued
  }

  /// What a deposit of an amount and a tenor is agreed at.
  ///
  /// - Throws: `deposit.rateMissing` where the tenor is not offered, or not for so little.
  public func terms(for principal: Rupiah, tenor: Int) throws(LedgerError) -> TermDepositTerms {
    let tier = tiers.filter { $0.tenor == tenor && $0.from <= principal }
      .max { $0.from < $1.from }
    guard let tier else {
      throw .depositRateMissing(principal, tenor: tenor, product: product, tiers: tiers)
    }
    return try TermDepositTerms(
      rate: tier.rate, tenor: tenor, dayCount: dayCount, payout: payout, rounding: rounding,
      penalty: penalty)
  }
}
