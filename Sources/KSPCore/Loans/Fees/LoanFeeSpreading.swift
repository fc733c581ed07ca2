/// How a charge that was cut when a loan was paid out becomes income over the loan's life.
///
/// What is unearned follows from the plans alone, however the borrower pays: it falls from the day
/// on which a plan begins to its last due date, and a new plan spreads what its day found unearned.
/// Properties: never below zero, never more than the charge, never rising with time, zero from the
/// last due date on.
package struct LoanFeeSpreading {
  /// A plan that came into force.
  package struct Plan: Hashable, Sendable {
    /// The day on which it began.
    package let start: BookDate
    /// The principal that was owed then.
    package let principal: Rupiah
    /// When principal falls due, by day.
    package let installments: [(due: BookDate, principal: Rupiah)]

    /// Describes a plan.
    package init(
      start: BookDate, principal: Rupiah, installments: [(due: BookDate, principal: Rupiah)]
    ) {
      self.start = start
      self.principal = principal
      self.installments = installments
    }

    package static func == (left: Plan, right: Plan) -> Bool {
      left.start == right.start && left.principal == right.principal
        && left.installments.map(\.due) == right.installments.map(\.due)
        && left.installments.map(\.principal) == right.installments.map(\.principal)
    }

    package func hash(into hasher: inout Hasher) {
      hasher.combine(start)
      hasher.combine(principal)
    }

    /// The days from the beginning to a day, no further than the last due date: each counts one, or
    /// the principal that the plan leaves outstanding on it, in sen.
    fileprivate func weight(
      through day: BookDate, _ earning: LoanFee.Earning
    ) throws(LedgerError) -> Int128 {
      var weight: Int128 = 0
      var from = start
      var balance = Int128(principal.sen)
      for row in installments {
        let end = min(row.due, day)
        if end > from {
          let days = Int128(end.dayNumber - from.dayNumber)
          weight = try weight.adding(
            earning == .straight ? days : days.multiplied(by: max(balance, 0)))
        }
        guard row.due <= day else { break }
        from = max(from, row.due)
        balance -= Int128(row.principal.sen)
      }
      return weight
    }
  }

  /// What of a charge is unearned at the end of a day, rounded half up to the rupiah.
  ///
  /// - Parameters:
  ///   - fee: The charge.
  ///   - earning: How it becomes income.
  ///   - plans: The plans of the loan in their order; of those that begin later nothing counts.
  ///   - day: The day.
  /// - Returns: What waits; zero once the last plan has ended.
  /// - Throws: `amount.overflow`.
  package static func unearned(
    of fee: Rupiah, _ earning: LoanFee.Earning, plans: [Plan], at day: BookDate
  ) throws(LedgerError) -> Rupiah {
    guard earning != .atOnce else { return .zero }
    let begun = plans.filter { $0.start <= day }
    guard !begun.isEmpty else { return .zero }
    var left = fee
    for (index, plan) in begun.enumerated() {
      let end = index + 1 < begun.count ? min(begun[index + 1].start, day) : day
      let whole = try plan.weight(through: plan.installments.last?.due ?? plan.start, earning)
      let past = try plan.weight(through: end, earning)
      guard past < whole else { return .zero }
      left = try Rounding.rupiah.round(
        Int128(left.sen).multiplied(by: whole - past), over: whole)
    }
    return min(left, fee)
  }
}
