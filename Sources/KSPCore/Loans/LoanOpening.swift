/// A running loan as an earlier book hands it over (saldo awal pinjaman).
///
/// It names the plan the loan was made under and what is still owed. What had been paid follows
/// from the two, so that the loan goes on as if it had always been in this book.
package struct LoanOpening: Hashable, Sendable {
  /// The number that the loan keeps; nil to be given one.
  package var number: LoanNumber?
  /// The member's number.
  package var member: MemberNumber
  /// The product's code.
  package var product: ProductCode
  /// The amount that was lent.
  package var principal: Rupiah
  /// The day on which it was paid out.
  package var disbursedOn: BookDate
  /// The number of installments.
  package var count: Int
  /// The rate; nil for the product's.
  package var rate: Rate?
  /// The first due date; nil for one interval after the payout.
  package var firstDue: BookDate?
  /// The principal that is still owed, due or not.
  package var outstanding: Rupiah
  /// The interest that is due and unpaid; nil when ``interestAhead`` or ``paidUntil`` tells.
  package var interestArrears: Rupiah?
  /// The interest that was paid before it fell due.
  package var interestAhead: Rupiah?
  /// The day through which every installment is wholly paid, and none after it.
  package var paidUntil: BookDate?
  /// The principal that is due and unpaid; held against what the plan says.
  package var principalArrears: Rupiah?
  /// The late fees that are owed.
  package var lateFee: Rupiah
  /// The third part of its installments; nil for the product's.
  package var administration: AdministrationRule?
  /// The administration that is due and unpaid, and what was paid of later installments; nil where
  /// it was paid with principal and interest.
  package var administrationArrears, administrationAhead: Rupiah?
  /// What secures it.
  package var collaterals: [Collateral]
  /// Who vouches for it.
  package var guarantors: [Guarantor]

  /// Gathers what an earlier book says of a loan.
  package init(
    number: LoanNumber? = nil, member: MemberNumber, product: ProductCode, principal: Rupiah,
    disbursedOn: BookDate, count: Int, rate: Rate? = nil, firstDue: BookDate? = nil,
    outstanding: Rupiah, interestArrears: Rupiah? = nil, interestAhead: Rupiah? = nil,
    paidUntil: BookDate? = nil, principalArrears: Rupiah? = nil, lateFee: Rupiah = .zero,
    administration: AdministrationRule? = nil, administrationArrears: Rupiah? = nil,
    administrationAhead: Rupiah? = nil, collaterals: [Collateral] = [],
    guarantors: [Guarantor] = []
  ) {
    self.administration = administration
    self.administrationArrears = administrationArrears
    self.administrationAhead = administrationAhead
    self.number = number
    self.member = member
    self.product = product
    self.principal = principal
    self.disbursedOn = disbursedOn
    self.count = count
    self.rate = rate
    self.firstDue = firstDue
    self.outstanding = outstanding
    self.interestArrears = interestArrears
    self.interestAhead = interestAhead
    self.paidUntil = paidUntil
    self.principalArrears = principalArrears
    self.lateFee = lateFee
    self.collaterals = collaterals
    self.guarantors = guarantors
  }

  /// What had been paid under the plan by the day of the takeover.
  ///
  /// Payments settle the oldest installment first, so sums are enough. Where the earlier book's
  /// figures fall between two installments, the next one is partly paid, or the last one partly
  /// unpaid.
  ///
  /// - Throws: `loan.openingPrincipal`, `loan.openingInterest`, `loan.openingArrears`,
  ///   `loan.openingPaidUntil` when what is said to be owed cannot be under the plan.
  package func paid(
    under installments: [Installment], asOf date: BookDate
  ) throws(LedgerError) -> LoanPlan.PaidBefore {
    guard outstanding.isPositive, outstanding <= principal else {
      throw .loanOpeningPrincipal(outstanding, of: principal)
    }
    let paid = (
      principal: try principal - outstanding, interest: try paidInterest(installments, date)
    )
    // Sheets tell what was paid of principal and interest; the administration of an installment was
    // paid where both were.
    let bare = try installments.map { row throws(LedgerError) in
      try Installment(
        number: row.number, due: row.due, principal: row.principal, interest: row.interest,
        balance: row.balance)
    }
    let position = try LoanPosition(
      installments: bare,
      payments: [LoanPayment(date: date, principal: paid.principal, interest: paid.interest)],
      rule: nil, asOf: date)
    if let principalArrears {
      let computed = position.dueAmounts.principal
      guard principalArrears == computed else {
        throw .loanOpeningArrears(principalArrears, computed: computed, asOf: date)
      }
    }
    try checkPaidUntil(bare, position)
    return LoanPlan.PaidBefore(
      principal: paid.principal, interest: paid.interest,
      administration: try paidAdministration(installments, position))
  }

  /// The administration that was paid: that of the installments whose principal and interest are,
  /// unless the sheet tells what is unpaid, or paid ahead.
  private func paidAdministration(
    _ installments: [Installment], _ position: LoanPosition
  ) throws(LedgerError) -> Rupiah {
    let open = Set(position.open.map(\.installment.number))
    let isTold = administrationArrears != nil || administrationAhead != nil
    var (paid, due, future) = (Rupiah.zero, Rupiah.zero, Rupiah.zero)
    for row in installments {
      if !open.contains(row.number) { try paid += row.administration }
      if row.due <= position.asOf {
        try due += row.administration
      } else {
        try future += row.administration
      }
    }
    guard isTold else { return paid }
    let (arrears, ahead) = (administrationArrears ?? .zero, administrationAhead ?? .zero)
    guard arrears.isZero || ahead.isZero else { throw .loanOpeningInterestTwice(.administration) }
    guard arrears <= due else {
      throw .loanOpeningInterest(
        arrears, of: .administration, most: due, isAhead: false, asOf: position.asOf)
    }
    guard ahead <= future else {
      throw .loanOpeningInterest(
        ahead, of: .administration, most: future, isAhead: true, asOf: position.asOf)
    }
    return try due - arrears + ahead
  }

  private func paidInterest(
    _ installments: [Installment], _ date: BookDate
  ) throws(LedgerError) -> Rupiah {
    func interest(_ rows: [Installment]) throws(LedgerError) -> Rupiah {
      var sum = Rupiah.zero
      for row in rows { try sum += row.interest }
      return sum
    }
    if interestArrears == nil, interestAhead == nil, let paidUntil {
      return try interest(installments.filter { $0.due <= paidUntil })
    }
    let arrears = interestArrears ?? .zero
    let ahead = interestAhead ?? .zero
    guard arrears.isZero || ahead.isZero else { throw .loanOpeningInterestTwice() }
    let due = try interest(installments.filter { $0.due <= date })
    let future = try interest(installments.filter { $0.due > date })
    guard arrears <= due else {
      throw .loanOpeningInterest(arrears, most: due, isAhead: false, asOf: date)
    }
    guard ahead <= future else {
      throw .loanOpeningInterest(ahead, most: future, isAhead: true, asOf: date)
    }
    return try due - arrears + ahead
  }

  private func checkPaidUntil(
    _ installments: [Installment], _ position: LoanPosition
  ) throws(LedgerError) {
    guard let paidUntil else { return }
    if let first = position.open.first?.installment, first.due <= paidUntil {
      throw .loanOpeningPaidUntil(paidUntil, installment: first, isPaid: false)
    }
    let next = installments.first { $0.due > paidUntil && $0.total.isPositive }
    guard let next, !position.open.contains(where: { $0.installment.number == next.number })
    else { return }
    throw .loanOpeningPaidUntil(paidUntil, installment: next, isPaid: true)
  }
}
