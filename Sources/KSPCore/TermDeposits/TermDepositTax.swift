/// How the tax on the interest of a term deposit is worked out where there is no book
/// (pajak jasa berjangka).
public enum TermDepositTax: Hashable, Sendable {
  /// A share of each payment, rounded as its interest is.
  case rate(Share)
  /// The rule in force in the month of the payment, on all that this deposit pays in that month,
  /// less what was withheld earlier in it; nothing before the first rule. The rules are of one kind
  /// of member, in any order.
  case member([InterestTaxRule])

  /// PPh pasal 4(2) for a person whose only interest this is.
  public static let person = TermDepositTax.member([.standardIndividual])

  /// What was paid in one month.
  struct Month {
    /// The month.
    var month: BookMonth
    /// The gross interest.
    var gross: Rupiah = .zero
    /// The tax that was withheld.
    var withheld: Rupiah = .zero
  }

  /// The tax on one payment, which is added to its month.
  func tax(
    on interest: Rupiah, paidOn day: BookDate, rounded rounding: Rounding, in month: inout Month
  ) throws(LedgerError) -> Rupiah {
    switch self {
    case .rate(let share): return try share.of(interest, rounded: rounding)
    case .member(let rules):
      if month.month != day.month { month = Month(month: day.month) }
      try month.gross += interest
      let inForce = rules.filter { $0.effectiveFrom <= day.month }
        .max { $0.effectiveFrom < $1.effectiveFrom }
      let due = try inForce?.tax(onMonthlyGross: month.gross) ?? .zero
      let tax = try (due - month.withheld).orZero
      try month.withheld += tax
      return tax
    }
  }
}
