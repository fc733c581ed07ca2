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

  /// Works out a quote.
  ///
  /// - Parameters:
  ///   - position: Where the loan stands on the day.
  ///   - periodStart: The day on which the running period began.
  ///   - rule: What is to be paid beyond what is due.
  /// - Throws: `amount.overflow`.
  public init(
    _ position: LoanPosition, periodStart: BookDate, rule: SettlementRule
  ) throws(LedgerError) {
    var interest = try position.dueAmounts().interest
    let future = position.open.dropFirst(position.due.count)
    // Installments that were paid ahead count among the next ones, and ask for nothing more.
    let running = position.fallenDue + 1
    switch rule.interest {
    case .none: break
    case .all: for item in future { try interest += item.interest }
    case .installments(let count):
      for item in future where item.installment.number - running < count {
        try interest += item.interest
      }
    case .elapsedDays:
      if let next = future.first, next.installment.number == running {
        let whole = periodStart.days(until: next.installment.due)
        let passed = max(0, min(whole, periodStart.days(until: position.asOf)))
        let earned = try Rounding.rupiah.round(
          Int128(next.installment.interest.sen) * Int128(passed), over: Int128(max(whole, 1)))
        let paidAhead = try next.installment.interest - next.interest
        try interest += min((earned - paidAhead).orZero, next.interest)
      }
    }
    principal = try position.outstanding()
    self.interest = interest
    lateFee = position.lateFee
    penalty = try Rounding.rupiah.round(
      Int128(principal.sen) * Int128(rule.penaltyBillionths), over: 1_000_000_000)
    total = try principal + interest + lateFee + penalty
    asOf = position.asOf
  }
}
