/// What of a loan has fallen due by a day and is unpaid: what lists, classes and month ends ask.
///
/// It is the part of a ``LoanPosition`` that installments which fall due later have no say in, so
/// it needs them neither read nor settled, and costs what a loan has behind it, not its whole term.
package struct LoanDues: Hashable, Sendable {
  /// The day.
  package let asOf: BookDate
  /// The principal that is owed, due or not.
  package let outstanding: Rupiah
  /// The installments that are due and not settled, oldest first.
  package let open: [LoanPosition.Open]
  /// What fell due before the day and is unpaid: arrears (tunggakan).
  package let arrears: LoanPosition.Amounts
  /// The interest that is due and unpaid, that of the day itself among it.
  package let interest: Rupiah
  /// The late fees that are owed, less what was paid of them.
  package let lateFee: Rupiah
  /// All late fees up to the day, paid or not.
  package let lateFeeCharged: Rupiah
  /// Since when anything has been in arrears; nil where nothing is.
  package let oldest: BookDate?
  /// The same of principal.
  package let oldestPrincipal: BookDate?
  /// The same of interest.
  package let oldestInterest: BookDate?

  /// The days since the oldest unpaid installment was due (DPD); 0 when none is late.
  package var daysPastDue: Int { oldest.map { $0.days(until: asOf) } ?? 0 }

  /// Of a loan of which nothing is owed.
  package static func nothing(asOf date: BookDate) throws(LedgerError) -> LoanDues {
    LoanDues(try LoanPosition(installments: [], payments: [], rule: nil, asOf: date))
  }

  /// The part of a position.
  package init(_ position: LoanPosition) {
    asOf = position.asOf
    outstanding = position.outstanding
    open = Array(position.due)
    arrears = position.overdueAmounts
    interest = position.dueAmounts.interest
    lateFee = position.lateFee
    lateFeeCharged = position.lateFeeCharged
    oldest = position.late.first?.installment.due
    oldestPrincipal = position.arrearsSince.principal
    oldestInterest = position.arrearsSince.interest
  }

  /// Works out what is due under a plan of which all rows that fall due by the day are there.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - payments: The payments since the plan began.
  ///   - outstanding: The principal that they leave.
  ///   - rule: What is charged for paying late; nil for nothing.
  ///   - date: The day.
  ///   - countsLater: Whether payments after the day settle installments too. They never lower a
  ///     late fee.
  /// - Throws: `amount.overflow`.
  init(
    _ plan: LoanPlan, payments: [LoanPayment], outstanding: Rupiah, rule: LateFeeRule?,
    asOf date: BookDate, countsLater: Bool = false
  ) throws(LedgerError) {
    let known = payments.prefix { $0.date <= date }
    var paid = PaidSums(plan.carried)
    var paidFee = Rupiah.zero
    for payment in countsLater ? payments[...] : known {
      try paid.add(payment)
      try paidFee += payment.lateFee
    }
    var open: [LoanPosition.Open] = []
    var (late, today) = (LoanParts(), LoanParts())
    var (oldest, oldestPrincipal, oldestInterest): (BookDate?, BookDate?, BookDate?)
    for installment in plan.installments {
      guard installment.due <= date else { break }
      guard let left = try paid.settle(installment) else { continue }
      open.append(left)
      guard installment.due < date else {
        try today.add(left.parts)
        continue
      }
      try late.add(left.parts)
      oldest = oldest ?? installment.due
      if left.principal.isPositive { oldestPrincipal = oldestPrincipal ?? installment.due }
      if left.interest.isPositive { oldestInterest = oldestInterest ?? installment.due }
    }
    asOf = date
    self.outstanding = outstanding.orZero
    self.open = open
    arrears = try LoanPosition.Amounts(late)
    interest = try late.interest + today.interest
    lateFeeCharged = try LateFees.charged(
      rule, on: plan.installments, known, carried: plan.carried, since: plan.startedOn, to: date)
    lateFee = try (lateFeeCharged - paidFee).orZero
    self.oldest = oldest
    self.oldestPrincipal = oldestPrincipal
    self.oldestInterest = oldestInterest
  }
}
