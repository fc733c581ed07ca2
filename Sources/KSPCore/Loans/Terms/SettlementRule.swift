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
  /// A penalty on the principal that is owed.
  public var penalty: Share

  /// Whether interest that was cut in advance comes back for whole periods that have not begun,
  /// when the loan is settled early or money is paid ahead.
  public var returnsAdvance: Bool

  /// A rule; without a penalty, and nothing comes back, unless it is said.
  public init(
    interest: Interest, penalty: Share = .zero, returnsAdvance: Bool = false
  ) {
    self.returnsAdvance = returnsAdvance
    self.interest = interest
    self.penalty = penalty
  }
}

/// What it takes to settle a loan on a day (perhitungan pelunasan).
public struct SettlementQuote: Hashable, Sendable, Codable {
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
  /// The administration that is due and unpaid; that of later installments is not asked for.
  public let administration: Rupiah
  /// Interest cut in advance that comes back; it lowers what is to be paid.
  public let returned: Rupiah
  /// Everything together, less what comes back.
  public let total: Rupiah

  /// What has been earned by the day of the interest of the running period.
  package struct Earned: Hashable, Sendable {
    /// The installment of the running period: a due date that was shifted off a Sunday has come
    /// by its days before it falls due.
    package let number: Int
    /// What a plan before brought into the installment that falls due next: earned whole, whatever
    /// the rule.
    package let carried: LoanParts
    /// The interest of installment ``number`` for the days of its period that have passed, with
    /// what was carried into it.
    package let byDays: Rupiah

    /// Sums that were earned.
    package init(number: Int, carried: LoanParts = LoanParts(), byDays: Rupiah = .zero) {
      self.number = number
      self.carried = carried
      self.byDays = byDays
    }

    /// Nothing: every period is over.
    package static let nothing = Earned(number: .max)
  }

  /// Works out a quote.
  ///
  /// Interest that was paid ahead of the day is not given back; what was cut in advance is, as far
  /// as the rule says and as something is to be paid. The penalty is for what still lies
  /// in the future: once every installment has fallen due there is none.
  ///
  /// - Parameters:
  ///   - position: Where the loan stands on the day.
  ///   - earned: What the running period has earned.
  ///   - advance: Interest cut in advance that the rule gives back.
  ///   - rule: What is to be paid beyond what is due.
  /// - Throws: `amount.overflow`.
  package init(
    _ position: LoanPosition, earned: Earned, advance: Rupiah = .zero, rule: SettlementRule
  ) throws(LedgerError) {
    var interest = position.dueAmounts.interest
    let future = position.open.dropFirst(position.due.count)
    // Installments that were paid ahead count among the next ones, and ask for nothing more.
    let running = position.fallenDue + 1
    /// What is unpaid of a part of an installment's interest.
    func unpaid(_ part: Rupiah, of item: LoanPosition.Open?) throws(LedgerError) -> Rupiah {
      guard let item else { return .zero }
      let paid = try item.installment.interest - item.interest
      return min(try (part - paid).orZero, item.interest)
    }
    switch rule.interest {
    case .none, .installments(0):
      try interest += unpaid(
        earned.carried.interest, of: future.first { $0.installment.number == running })
    case .elapsedDays:
      for item in future where item.installment.number < earned.number {
        try interest += item.interest
      }
      try interest += unpaid(
        earned.byDays, of: future.first { $0.installment.number == earned.number })
    case .all: for item in future { try interest += item.interest }
    case .installments(let count):
      for item in future where item.installment.number - running < count {
        try interest += item.interest
      }
    }
    principal = position.outstanding
    self.interest = interest
    lateFee = position.lateFee
    penalty =
      future.isEmpty
      ? .zero : try rule.penalty.of(principal, rounded: .rupiah)
    // What a plan before left owing is owed, though its installment lies in the future.
    let carried = future.first { $0.installment.number == running }?.administration ?? .zero
    administration =
      try position.dueAmounts.administration
      + min(earned.carried.administration, carried)
    let owed = try principal + interest + administration + lateFee + penalty
    returned = min(advance, owed)
    total = try owed - returned
    asOf = position.asOf
  }

  /// What is settled, by its parts; the penalty is none of them.
  public var parts: LoanParts {
    LoanParts(
      lateFee: lateFee, interest: interest, administration: administration, principal: principal)
  }
}
