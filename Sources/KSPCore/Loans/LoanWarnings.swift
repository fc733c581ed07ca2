extension LoanTerms {
  /// The most that a loan may cost: 24 % a year.
  package static let largestRate: Rate = .percent("24", per: .year)

  /// The rules that these terms go beyond; empty when there are none.
  ///
  /// The regulation does not say whether the cap is nominal or effective, so the agreed rate is
  /// compared; the effective rate of every plan is shown beside it.
  public var warnings: [LedgerWarning] { LoanTerms.warnings(of: plan) }

  /// The rules that the rate of a plan goes beyond, compared for a year of 12 months, 52 weeks or
  /// 365 days.
  public static func warnings(of plan: PlanTerms) -> [LedgerWarning] {
    let rate = plan.rate
    guard plan.yearlyRate.billionthsPerYear > largestRate.billionthsPerYear else { return [] }
    return [
      LedgerWarning(
        .rateAboveCap, rule: "Permenkop UKM 8/2023 pasal 27",
        message: Phrase(
          id: "Jasa pinjaman \(rate.inWords.indonesian) melebihi batas 24% setahun.",
          en: "Loan interest of \(rate.inWords.english) is above the limit of 24% a year."))
    ]
  }
}

/// The lending limit of one borrower (BMPP).
package enum LendingLimit {
  /// The most that others than related parties may owe, as a share of own capital.
  package static let others: Share = .percent("15")

  /// What a borrower who would owe an amount goes beyond.
  ///
  /// - Parameters:
  ///   - owed: What the borrower would owe in all.
  ///   - ownCapital: The own capital of the cooperative (modal sendiri).
  /// - Returns: The rule that is passed; empty when none is.
  package static func warnings(owed: Rupiah, ownCapital: Rupiah) -> [LedgerWarning] {
    let limit = Int128(ownCapital.sen) * Int128(others.billionths) / 1_000_000_000
    guard ownCapital.isPositive, Int128(owed.sen) > limit else { return [] }
    return [
      LedgerWarning(
        .loanAboveLimit, rule: "Permenkop UKM 8/2023 pasal 45",
        message: Phrase(
          id: "Pinjaman peminjam ini menjadi \(owed.formatted), di atas 15% modal sendiri.",
          en: "This borrower would owe \(owed.formatted), more than 15% of own capital."))
    ]
  }
}
