/// What is to be paid when a loan is settled before its time (pelunasan dipercepat).
public struct SettlementRule: Hashable, Sendable {
  /// Which interest that is not due yet is to be paid all the same.
  public enum Interest: Hashable, Sendable {
    /// None.
    case none
    /// That of the running period, for the days that have passed.
    case elapsedDays
    /// That of the next so many installments; 1 is the whole running period.
    case installments(Int)
    /// All of it.
    case all
  }

  /// Which interest is to be paid.
  public var interest: Interest
  /// A penalty on the principal that is owed, in billionths; 1 % is 10,000,000.
  public var penaltyBillionths: Int64

  /// A rule; without a penalty unless one is given.
  public init(interest: Interest, penaltyBillionths: Int64 = 0) {
    self.interest = interest
    self.penaltyBillionths = penaltyBillionths
  }
}

/// What it takes to settle a loan on a day (perhitungan pelunasan).
public struct SettlementQuote: Hashable, Sendable {
  /// The day.
  public let asOf: BookDate
  /// The principal that is owed.
  public let principal: Rupiah
  /// The interest that is due and unpaid, and what the rule adds.
  public let interest: Rupiah
  /// The late fees that are owed.
  public let lateFee: Rupiah
  /// The penalty.
  public let penalty: Rupiah
  /// Everything together.
  public let total: Rupiah

  /// What has been earned by the day of the interest of the installment that falls due next.
  public struct Earned: Hashable, Sendable {
    /// What a plan before brought into that installment: earned whole, whatever the rule.
    public let carried: Rupiah
    /// That, and the installment's own interest for the days of its period that have passed.
    public let byDays: Rupiah

    /// Sums that were earned; the second includes the first.
    public init(carried: Rupiah = .zero, byDays: Rupiah = .zero) {
      self.carried = carried
      self.byDays = byDays
    }
  }

  /// Works out a quote.
  ///
  /// Interest that was paid ahead of the day is not given back.
  ///
  /// - Parameters:
  ///   - position: Where the loan stands on the day.
  ///   - earned: What the running period has earned.
  ///   - rule: What is to be paid beyond what is due.
  /// - Throws: `amount.overflow`.
  public init(
    _ position: LoanPosition, earned: Earned, rule: SettlementRule
  ) throws(LedgerError) {
    var interest = position.dueAmounts.interest
    let future = position.open.dropFirst(position.due.count)
    // Installments that were paid ahead count among the next ones, and ask for nothing more.
    let running = position.fallenDue + 1
    /// What is unpaid of a part of the running installment's interest.
    func unpaid(_ part: Rupiah) throws(LedgerError) -> Rupiah {
      guard let next = future.first, next.installment.number == running else { return .zero }
      let paid = try next.installment.interest - next.interest
      return min(try (part - paid).orZero, next.interest)
    }
    switch rule.interest {
    case .none, .installments(0): try interest += unpaid(earned.carried)
    case .elapsedDays: try interest += unpaid(earned.byDays)
    case .all: for item in future { try interest += item.interest }
    case .installments(let count):
      for item in future where item.installment.number - running < count {
        try interest += item.interest
      }
    }
    principal = position.outstanding
    self.interest = interest
    lateFee = position.lateFee
    penalty = try Rounding.rupiah.round(
      Int128(principal.sen) * Int128(rule.penaltyBillionths), over: 1_000_000_000)
    total = try principal + interest + lateFee + penalty
    asOf = position.asOf
  }
}
