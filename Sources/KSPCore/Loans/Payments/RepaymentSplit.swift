/// How one payment is divided (alokasi angsuran).
public struct RepaymentSplit: Hashable, Sendable, Codable {
  /// One part of the payment and the installment it settles.
  public struct Part: Hashable, Sendable, Codable {
    /// The installment, by its number; 0 for late fees and for principal ahead of the plan.
    public let installment: Int
    /// The component.
    public let component: LoanComponent
    /// How much.
    public let amount: Rupiah

    /// A part of a payment.
    package init(installment: Int, component: LoanComponent, amount: Rupiah) {
      self.installment = installment
      self.component = component
      self.amount = amount
    }

    /// What it is: `Jasa angsuran ke-3`.
    public var name: Phrase {
      guard installment > 0 else { return component.name }
      return Phrase(
        id: "\(component.name.indonesian) angsuran ke-\(installment)",
        en: "\(component.name.english) of installment \(installment)")
    }
  }

  /// The parts, in the order in which they were settled.
  public let parts: [Part]
  /// The principal repaid ahead of the plan, which then needs a new one.
  public let principalAhead: Rupiah
  /// What is left when everything is settled, or what the product puts into savings.
  public let rest: Rupiah

  /// Divides a payment: late fees, interest and principal in the product's order, the oldest
  /// installment first; then what is paid ahead.
  ///
  /// Late fees have their place in the order at the oldest installment that is due; where they come
  /// last, they come after all that is due.
  ///
  /// - Parameters:
  ///   - amount: The payment, more than zero.
  ///   - position: Where the loan stands on the day of the payment.
  ///   - order: The order of the three components.
  ///   - prepayment: What becomes of money paid ahead.
  ///   - ripe: How many of the open installments count as due; nil for those that are.
  ///   - earned: The interest of the running period that is earned by the day, for the rule that
  ///     takes it first.
  /// - Throws: `amount.notPositive`, `amount.overflow`.
  package init(
    _ amount: Rupiah, position: LoanPosition, order: [LoanComponent], prepayment: Prepayment,
    ripe: Int? = nil, earned: Rupiah = .zero
  ) throws(LedgerError) {
    guard amount.isPositive else { throw .amountNotPositive(amount) }
    var splitter = Splitter(rest: amount)
    let due = position.open.prefix(ripe ?? position.due.count)
    let feeIsLast = order.last == .lateFee || due.isEmpty
    for item in due {
      for component in order {
        switch component {
        case .lateFee where item.installment.number != due.first?.installment.number || feeIsLast:
          continue
        case .lateFee: try splitter.take(position.lateFee, .lateFee, 0)
        case .interest, .administration, .principal: try splitter.settle(item, component)
        }
      }
    }
    if feeIsLast { try splitter.take(position.lateFee, .lateFee, 0) }
    var ahead = Rupiah.zero
    let future = position.open.dropFirst(due.count)
    switch prepayment {
    case .nextInstallments:
      for item in future {
        for component in order { try splitter.settle(item, component) }
      }
    case .fewerInstallments, .smallerInstallments, .interestFirst:
      if prepayment == .interestFirst, let next = future.first {
        try splitter.take(min(earned, next.interest), .interest, next.installment.number)
      }
      var owed = Rupiah.zero
      for item in future { try owed += item.principal }
      ahead = min(splitter.rest, owed)
      try splitter.take(ahead, .principal, 0)
    case .savings: break
    }
    parts = splitter.parts
    principalAhead = ahead
    rest = splitter.rest
  }

  /// Divides a payment as the payer says, within what is owed; each part settles the oldest
  /// installment first.
  ///
  /// - Parameters:
  ///   - said: What is for late fees, interest and principal.
  ///   - amount: The payment; nil for what the parts come to.
  ///   - position: Where the loan stands, with everything that is booked.
  ///   - loan: The loan.
  /// - Throws: `loan.partTooLarge` for a part beyond what is owed, or below zero;
  ///   `loan.partsDiffer` where the parts are not the amount; `amount.notPositive`,
  ///   `amount.overflow`.
  package init(
    _ said: LoanParts, amount: Rupiah?, position: LoanPosition, of loan: Loan
  ) throws(LedgerError) {
    let total = try said.total()
    guard total.isPositive else { throw .amountNotPositive(total) }
    if let amount, amount != total { throw .loanPartsDiffer(amount, parts: total) }
    var owed = position.owed.parts
    owed.lateFee = position.lateFee
    for component in LoanComponent.allCases
    where said[component].isNegative || said[component] > owed[component] {
      throw .loanPartTooLarge(
        loan.number, component, said[component], owed: owed[component])
    }
    var parts: [Part] = []
    var fee = Splitter(rest: said.lateFee)
    try fee.take(said.lateFee, .lateFee, 0)
    parts = fee.parts
    for component in [LoanComponent.interest, .administration, .principal] {
      var splitter = Splitter(rest: said[component])
      for item in position.open { try splitter.settle(item, component) }
      parts += splitter.parts
    }
    self.parts = parts
    principalAhead = .zero
    rest = .zero
  }

  /// What all parts of one component come to.
  public func total(_ component: LoanComponent) throws(LedgerError) -> Rupiah {
    var sum = Rupiah.zero
    for part in parts where part.component == component { try sum += part.amount }
    return sum
  }

  /// What every component gets.
  ///
  /// - Throws: `amount.overflow`.
  public func sums() throws(LedgerError) -> LoanParts {
    var sums = LoanParts()
    for part in parts { try sums.add(part.amount, to: part.component) }
    return sums
  }

  private struct Splitter {
    var rest: Rupiah
    var parts: [Part] = []

    mutating func settle(
      _ item: LoanPosition.Open, _ component: LoanComponent
    ) throws(LedgerError) {
      guard component != .lateFee else { return }
      try take(item.parts[component], component, item.installment.number)
    }

    mutating func take(
      _ owed: Rupiah, _ component: LoanComponent, _ installment: Int
    ) throws(LedgerError) {
      let amount = min(owed, rest)
      guard amount.isPositive else { return }
      rest = try rest - amount
      parts.append(Part(installment: installment, component: component, amount: amount))
    }
  }
}
