/// The tax withheld from interest on savings, from one month on.
///
/// For persons: PPh pasal 4(2), PP 15/2009 and PMK 112/PMK.03/2010 – nothing while a member's
/// interest of a calendar month is at most Rp240,000, and 10 % of the *whole* gross interest above
/// it. For organisations: PPh 23, 15 % without a threshold.
public struct InterestTaxRule: Hashable, Sendable {
  /// The first month in which the rule holds.
  public let effectiveFrom: BookMonth
  /// Whom it concerns.
  public let memberKind: Member.Kind
  /// The gross interest of a month up to which nothing is withheld; equality is still free.
  public let threshold: Rupiah
  /// The rate on the whole gross interest above the threshold, in billionths.
  public let rateBillionths: Int64

  /// A rule.
  public init(
    effectiveFrom: BookMonth, memberKind: Member.Kind, threshold: Rupiah, rateBillionths: Int64
  ) {
    self.effectiveFrom = effectiveFrom
    self.memberKind = memberKind
    self.threshold = threshold
    self.rateBillionths = rateBillionths
  }

  /// The tax on a member's gross interest of one month, rounded down to the rupiah.
  ///
  /// Property: zero up to and including the threshold, then the rate on everything (a cliff).
  ///
  /// ```swift
  /// try InterestTaxRule.standardIndividual.tax(onMonthlyGross: 250_000)   // Rp25.000
  /// ```
  ///
  /// - Throws: `amount.overflow`.
  public func tax(onMonthlyGross gross: Rupiah) throws(LedgerError) -> Rupiah {
    guard gross > threshold else { return .zero }
    return try Rounding.downToRupiah.round(
      Int128(gross.sen) * Int128(rateBillionths), over: 1_000_000_000)
  }

  /// PPh pasal 4(2) for persons, in force since 14 June 2010.
  public static let standardIndividual = InterestTaxRule(
    effectiveFrom: BookMonth(unchecked: 2010 * 12 + 5), memberKind: .individual,
    threshold: 240_000, rateBillionths: 100_000_000)

  /// PPh 23 for organisations.
  public static let standardOrganization = InterestTaxRule(
    effectiveFrom: BookMonth(unchecked: 2010 * 12 + 5), memberKind: .organization,
    threshold: .zero, rateBillionths: 150_000_000)
}
