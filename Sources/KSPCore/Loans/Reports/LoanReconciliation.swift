/// What the plans of a loan ask for, beside what was paid and what is owed: the sums at the foot of
/// its card, which must come out even.
public struct LoanReconciliation: Hashable, Sendable {
  /// Principal, interest or late fees.
  public struct Line: Hashable, Sendable {
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
    /// Interest that was paid or waived before its time, and that a later plan does not ask for.
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

  /// Whether all three come out even.
  public var agrees: Bool { principal.agrees && interest.agrees && lateFee.agrees }

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
    // Late fees end with the loan, not with the day on which somebody looks.
    let charged =
      isRunning
      ? position.lateFeeCharged : try state.position(asOf: state.lastEvent).lateFeeCharged
    var (paid, waived) = (Sums(), Sums())
    var earlier = Sums()
    for payment in payments {
      if payment.kind == .waiver { try waived.add(payment) } else { try paid.add(payment) }
      if payment.plan != Int(plan.version) { try earlier.add(payment) }
    }
    var rows = Rupiah.zero
    for row in plan.installments { try rows += row.interest }
    let used = min(rows, plan.carried.paidAhead)
    let asked = try earlier.interest - plan.carried.paidAhead + rows
    principal = try Line(
      planned: state.loan.principal, paid: paid.principal, waived: waived.principal,
      owed: position.outstanding, hasEnded: !isRunning)
    interest = try Line(
      planned: asked, paid: paid.interest, waived: waived.interest, owed: position.owed.interest,
      ahead: plan.carried.paidAhead - used, hasEnded: !isRunning)
    lateFee = try Line(
      planned: charged + earlier.lateFee, paid: paid.lateFee, waived: waived.lateFee,
      owed: position.lateFee, hasEnded: !isRunning)
  }

  private struct Sums {
    var (principal, interest, lateFee) = (Rupiah.zero, Rupiah.zero, Rupiah.zero)

    mutating func add(_ payment: LoanCardPayment) throws(LedgerError) {
      try principal += payment.principal
      try interest += payment.interest
      try lateFee += payment.lateFee
    }
  }
}
