/// The tax of one member's month, over all accounts and sources, and from what it is taken.
///
/// It is taken in whole rupiah: from the interest that is paid now, then from other savings that
/// may be touched, in the order given. What these cannot bear is a claim on the member: it is owed
/// to the state all the same.
package struct InterestTax: Hashable, Sendable {
  /// The gross interest of the month, with what had been paid before.
  package let monthlyGross: Rupiah
  /// The tax on it by the rule.
  package let monthlyTax: Rupiah
  /// What had been settled of it before, withheld or claimed.
  package let withheldBefore: Rupiah
  /// What is taken now from the interest of each account, in the order given.
  package let perAccount: [Rupiah]
  /// What is taken now from other savings, in the order given.
  package let perFund: [Rupiah]
  /// The part of what is taken that pays an earlier claim on the member; it comes first.
  package let recovered: Rupiah
  /// The part of what is taken that is tax of this month.
  package let withheld: Rupiah
  /// The tax of the month that nothing could be taken for: a claim on the member.
  package let claimed: Rupiah
  /// What stays open of earlier claims.
  package let unrecovered: Rupiah

  /// The tax that becomes due to the state now.
  package var due: Rupiah {
    get throws(LedgerError) { try withheld + claimed }
  }

  /// Whether savings beside the interest are asked for.
  package var isShort: Bool { claimed.isPositive || unrecovered.isPositive }

  /// Computes what is taken now.
  ///
  /// The tax is that of the whole month less what was settled before, never below zero. What is
  /// taken from the interest is shared in proportion to it by the largest remainder, in whole
  /// rupiah, and never more than the whole rupiah of an account's interest.
  ///
  /// ```swift
  /// // 150,000 and 100,000 in one month: 250,000 is above the threshold, so 10 % of it all.
  /// try InterestTax(rule: .standardIndividual, accounts: [150_000, 100_000]).perAccount
  /// // [15,000, 10,000]
  /// ```
  ///
  /// - Parameters:
  ///   - rule: The rule in force.
  ///   - hasTaxNumber: Whether the member has a tax number.
  ///   - grossBefore: Interest paid earlier in the same month.
  ///   - withheldBefore: Tax settled earlier in the same month.
  ///   - claim: What is still claimed from the member of earlier months; in whole rupiah.
  ///   - accounts: The interest that is paid now, for each account.
  ///   - funds: What may be taken from other savings.
  /// - Throws: `amount.overflow`.
  package init(
    rule: InterestTaxRule, hasTaxNumber: Bool = true, grossBefore: Rupiah = .zero,
    withheldBefore: Rupiah = .zero, claim: Rupiah = .zero, accounts: [Rupiah],
    funds: [Rupiah] = []
  ) throws(LedgerError) {
    var gross = grossBefore
    for interest in accounts { try gross += interest }
    monthlyGross = gross
    monthlyTax = try rule.tax(onMonthlyGross: gross, hasTaxNumber: hasTaxNumber)
    self.withheldBefore = withheldBefore
    let due = try (monthlyTax - withheldBefore).orZero
    let owed = try claim + due
    var left = owed
    perAccount = try Self.share(owed, of: accounts)
    for part in perAccount { left = try left - part }
    var perFund: [Rupiah] = []
    for fund in funds {
      let part = min(left, Self.whole(fund))
      perFund.append(part)
      left = try left - part
    }
    self.perFund = perFund
    let taken = try owed - left
    recovered = min(taken, claim)
    withheld = try taken - recovered
    claimed = try due - withheld
    unrecovered = try claim - recovered
  }

  /// The whole rupiah of an amount; nothing of one below zero.
  private static func whole(_ amount: Rupiah) -> Rupiah {
    Rupiah(sen: amount.orZero.sen / 100 * 100)
  }

  /// At most `owed` in whole rupiah, in proportion to the interest.
  private static func share(
    _ owed: Rupiah, of accounts: [Rupiah]
  ) throws(LedgerError) -> [Rupiah] {
    guard !accounts.isEmpty else { return [] }
    let rooms = accounts.map(whole)
    var room = Rupiah.zero
    for part in rooms { try room += part }
    guard owed < room else { return rooms }
    var parts = try Allocation.divide(owed, by: accounts.map(\.orZero), step: 1)
    // The largest remainder may lie where there is no whole rupiah left.
    var excess = Rupiah.zero
    for index in parts.indices where parts[index] > rooms[index] {
      try excess += parts[index] - rooms[index]
      parts[index] = rooms[index]
    }
    for index in parts.indices where excess.isPositive {
      let more = min(excess, try rooms[index] - parts[index])
      try parts[index] += more
      excess = try excess - more
    }
    return parts
  }
}
