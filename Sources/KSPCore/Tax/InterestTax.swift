/// The tax of one member's month, over all accounts, and how it is shared among them.
public struct InterestTax: Hashable, Sendable {
  /// The gross interest of the month, with what had been paid before.
  public let monthlyGross: Rupiah
  /// The tax on it by the rule.
  public let monthlyTax: Rupiah
  /// What had been withheld before in the same month.
  public let withheldBefore: Rupiah
  /// What is withheld now from each account, in the order given.
  public let perAccount: [Rupiah]
  /// The part of the tax that the interest paid now cannot bear; the cooperative still owes it.
  /// Zero unless earlier interest of the month, free then, is taxed because of a small one now.
  public let shortfall: Rupiah

  /// Computes what is to be withheld now.
  ///
  /// The tax is that of the whole month less what was withheld before; never below zero and never
  /// more than the interest that is paid now. It is shared in proportion to the interest of each
  /// account by the largest remainder: in whole rupiah, or in sen where whole rupiah would take
  /// more from an account than it earns.
  ///
  /// ```swift
  /// // 150,000 and 100,000 in one month: 250,000 is above the threshold, so 10 % of it all.
  /// try InterestTax(rule: .standardIndividual, accounts: [150_000, 100_000]).perAccount
  /// // [15,000, 10,000]
  /// ```
  ///
  /// - Parameters:
  ///   - rule: The rule in force.
  ///   - grossBefore: Interest paid earlier in the same month.
  ///   - withheldBefore: Tax withheld earlier in the same month.
  ///   - accounts: The interest that is paid now, for each account; at least one.
  /// - Throws: `amount.overflow`.
  public init(
    rule: InterestTaxRule, grossBefore: Rupiah = .zero, withheldBefore: Rupiah = .zero,
    accounts: [Rupiah]
  ) throws(LedgerError) {
    var now = Rupiah.zero
    for gross in accounts { try now += gross }
    monthlyGross = try grossBefore + now
    monthlyTax = try rule.tax(onMonthlyGross: monthlyGross)
    self.withheldBefore = withheldBefore
    let open = try (monthlyTax - withheldBefore).orZero
    let due = min(open, now).orZero
    shortfall = try open - due
    let whole = try Allocation.divide(due, by: accounts, step: 1)
    let fits = zip(whole, accounts).allSatisfy { $0 <= $1 }
    perAccount =
      fits ? whole : try Allocation.divide(due, by: accounts, step: Rupiah(sen: Int64(1)))
  }
}
