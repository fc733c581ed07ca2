extension SavingsTerms {
  /// The most that savings may earn in twelve months: 9 %, in billionths.
  public static let largestYearlyBillionths: Int64 = 90_000_000

  /// The rules that these terms go beyond; empty when there are none.
  ///
  /// A rate per month counts twelve times. The highest tier speaks for all of them.
  ///
  /// ```swift
  /// terms.warnings.compactMap(\.rule)   // ["Permenkop UKM 8/2023 pasal 26"]
  /// ```
  public var warnings: [LedgerWarning] {
    guard
      let highest = interest?.tiers.map(\.rate).max(by: {
        $0.billionthsPerYear < $1.billionthsPerYear
      }), highest.billionthsPerYear > SavingsTerms.largestYearlyBillionths
    else { return [] }
    return [
      LedgerWarning(
        .rateAboveCap, rule: "Permenkop UKM 8/2023 pasal 26",
        message: Phrase(
          "Jasa simpanan \(highest.inWords.indonesian) melebihi batas 9% setahun.",
          "Savings interest of \(highest.inWords.english) is above the limit of 9% a year."))
    ]
  }
}
