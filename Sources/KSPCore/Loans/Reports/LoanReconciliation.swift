/// What the plans of a loan ask for, beside what was paid and what is owed: the sums at the foot of
/// its card, which must come out even.
public struct LoanReconciliation: Hashable, Sendable, Codable {
  /// Principal, interest, administration or late fees.
  public struct Line: Hashable, Sendable, Codable {
    /// What was lent, or charged: by the plan in force, and what the plans before it had settled.
    public let planned: Rupiah
    /// What was paid of it, under all plans.
    public let paid: Rupiah
    /// What the borrower was let off.
    public let waived: Rupiah
    /// What is not claimed any more: interest that an early settlement does not ask for, and what
    /// was written off.
    public let ended: Rupiah
    /// What is owed, due or not.
    public let owed: Rupiah
    /// Interest or administration that was paid or waived before its time, and that a later plan
    /// does not ask for.
    public let ahead: Rupiah

    /// Whether what was charged is what was paid, waived, given up or is owed.
    public var agrees: Bool {
      (try? paid + waived + ended + owed) == (try? planned + ahead)
    }

    init(
      planned: Rupiah, paid: Rupiah, waived: Rupiah, owed: Rupiah, ahead: Rupiah = .zero,
      hasEnded: Bool
    ) throws(LedgerError) {
      self.ahead = ahead
      self.planned = planned
      self.paid = paid
      self.waived = waived
      self.owed = owed
      ended = hasEnded ? try (planned - paid - waived - owed).orZero : .zero
    }
  }

  /// The principal.
  public let principal: Line
  /// The interest; what was cut in advance was paid with the payout and is not among it.
  public let interest: Line
  /// The late fees.
  public let lateFee: Line
  /// The administration.
  public let administration: Line

  /// Whether all come out even.
  public var agrees: Bool {
    principal.agrees && interest.agrees && lateFee.agrees && administration.agrees
  }

  /// Adds a loan up; nil before it was paid out.
  ///
  /// - Parameters:
  ///   - state: The loan at the end of the day.
  ///   - position: Where it stands, as far as it is owed.
  ///   - payments: The lines of its card.
  /// - Throws: `amount.overflow`.
  package init?(
    _ state: LoanState, _ position: LoanPosition, _ payments: [LoanCardPayment]
  ) throws(LedgerError) {
    guard let plan = state.plan else { return nil }
    let isRunning = state.loan.status == .running
    // Late fees end with the loan, not with the day on which somebody looks or money comes back.
    let charged =
      isRunning
      ? position.lateFeeCharged : try state.position(asOf: state.endedOn).lateFeeCharged
    var (paid, waived) = (LoanParts(), LoanParts())
    var earlier = LoanParts()
    for payment in payments {
      if payment.kind == .waiver {
        try waived.add(payment.parts)
      } else {
        try paid.add(payment.parts)
      }
      if payment.plan != Int(plan.version) { try earlier.add(payment.parts) }
    }
    var rows = LoanParts()
    for row in plan.installments { try rows.add(row.parts) }
    /// A part that plans ask for, some of which may have been paid before its time.
    func line(_ component: LoanComponent) throws(LedgerError) -> Line {
      let before = plan.carried.ahead[component]
      return try Line(
        planned: earlier[component] - before + rows[component], paid: paid[component],
        waived: waived[component], owed: position.owed.parts[component],
        ahead: before - min(rows[component], before), hasEnded: !isRunning)
    }
    principal = try Line(
      planned: state.loan.principal, paid: paid.principal, waived: waived.principal,
      owed: position.outstanding, hasEnded: !isRunning)
    interest = try line(.interest)
    administration = try line(.administration)
    lateFee = try Line(
      planned: charged + earlier.lateFee, paid: paid.lateFee, waived: waived.lateFee,
      owed: position.lateFee, hasEnded: !isRunning)
  }
}
