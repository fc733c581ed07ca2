/// The tax withheld from interest on savings, from one month on.
///
/// For persons: PPh pasal 4(2), PP 15/2009 and PMK 112/PMK.03/2010 – nothing while a member's
/// interest of a calendar month is at most Rp240,000, and 10 % of the *whole* gross interest above
/// it. For organisations and for those who are no members yet: PPh 23, 15 % without a threshold,
/// and twice that without a tax number (UU PPh pasal 23 ayat 1a).
public struct InterestTaxRule: Hashable, Sendable, Codable {
  /// The first month in which the rule holds.
  public let effectiveFrom: BookMonth
  /// Whom it concerns.
  public let memberKind: TaxPayer
  /// The article that the tax is owed under.
  public let article: TaxArticle
  /// The gross interest of a month up to which nothing is withheld; equality is still free.
  public let threshold: Rupiah
  /// The rate on the whole gross interest above the threshold.
  public let rate: Share
  /// Whether the rate is twice as high for somebody without a tax number.
  public let doublesWithoutNumber: Bool

  /// A rule.
  ///
  /// - Parameters:
  ///   - effectiveFrom: The first month in which it holds.
  ///   - memberKind: Whom it concerns.
  ///   - article: The article; nil for the usual one: PPh 4(2) for persons, PPh 23 for others.
  ///   - threshold: The interest of a month that is free.
  ///   - rate: The rate.
  ///   - doublesWithoutNumber: Whether the rate doubles without a tax number; nil for what is
  ///     usual: under PPh 23.
  public init(
    effectiveFrom: BookMonth, memberKind: TaxPayer, article: TaxArticle? = nil,
    threshold: Rupiah, rate: Share, doublesWithoutNumber: Bool? = nil
  ) {
    self.effectiveFrom = effectiveFrom
    self.memberKind = memberKind
    let article = article ?? (memberKind == .individual ? .final : .general)
    self.article = article
    self.threshold = threshold
    self.rate = rate
    self.doublesWithoutNumber = doublesWithoutNumber ?? (article == .general)
  }

  /// The rate for somebody with or without a tax number; never above the whole.
  public func rate(hasTaxNumber: Bool) -> Share {
    doublesWithoutNumber && !hasTaxNumber
      ? min(Share(unchecked: 2 * rate.billionths), .whole) : rate
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
  public func tax(
    onMonthlyGross gross: Rupiah, hasTaxNumber: Bool = true
  ) throws(LedgerError) -> Rupiah {
    guard gross > threshold else { return .zero }
    return try rate(hasTaxNumber: hasTaxNumber).of(gross, rounded: .downToRupiah)
  }

  /// PPh pasal 4(2) for persons, in force since 14 June 2010.
  public static let standardIndividual = InterestTaxRule(
    effectiveFrom: BookMonth(unchecked: 2010 * 12 + 5), memberKind: .individual,
    threshold: 240_000, rate: .percent("10"))

  /// PPh 23 for organisations.
  public static let standardOrganization = InterestTaxRule(
    effectiveFrom: BookMonth(unchecked: 2010 * 12 + 5), memberKind: .organization,
    threshold: .zero, rate: .percent("15"))

  /// PPh 23 for those who are no members yet, or none at all.
  public static let standardProspective = InterestTaxRule(
    effectiveFrom: BookMonth(unchecked: 2010 * 12 + 5), memberKind: .prospective,
    threshold: .zero, rate: .percent("15"))
}
