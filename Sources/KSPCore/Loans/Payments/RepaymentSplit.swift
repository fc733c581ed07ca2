/// What becomes of money that is paid ahead of its time.
public enum Prepayment: Hashable, Sendable {
  /// It settles the next installments.
  case nextInstallments
  /// It repays principal; the installment stays and the loan ends sooner.
  case fewerInstallments
  /// It repays principal; the loan ends as planned with smaller installments.
  case smallerInstallments
  /// It goes into the member's savings in a product.
  case savings(product: String)
}

/// How one payment is divided (alokasi angsuran).
public struct RepaymentSplit: Hashable, Sendable {
  /// One part of the payment and the installment it settles.
  public struct Part: Hashable, Sendable {
    /// The installment, by its number; 0 for late fees and for principal ahead of the plan.
    public let installment: Int
    /// The component.
    public let component: LoanComponent
    /// How much.
    public let amount: Rupiah

    /// A part of a payment.
    public init(installment: Int, component: LoanComponent, amount: Rupiah) {
      self.installment = installment
      self.component = component
      self.amount = amount
    }

    /// What it is: `Jasa angsuran ke-3`.
    public var name: Phrase {
      guard installment > 0 else { return component.name }
      return Phrase(
        "\(component.name.indonesian) angsuran ke-\(installment)",
        "\(component.name.english) of installment \(installment)")
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
  /// - Parameters:
  ///   - amount: The payment, more than zero.
  ///   - position: Where the loan stands on the day of the payment.
  ///   - order: The order of the components; one that is left out comes last.
  ///   - prepayment: What becomes of money paid ahead.
  /// - Throws: `amount.notPositive`, `amount.overflow`.
  public init(
    _ amount: Rupiah, position: LoanPosition, order: [LoanComponent], prepayment: Prepayment
  ) throws(LedgerError) {
    guard amount.isPositive else { throw .amountNotPositive(amount) }
    var splitter = Splitter(rest: amount)
    let order = order + LoanComponent.allCases.filter { !order.contains($0) }
    let feeIsLast = order.last == .lateFee
    if !feeIsLast { try splitter.take(position.lateFee, .lateFee, 0) }
    for item in position.due { try splitter.settle(item, order) }
    if feeIsLast { try splitter.take(position.lateFee, .lateFee, 0) }
    var ahead = Rupiah.zero
    let future = position.open.dropFirst(position.due.count)
    switch prepayment {
    case .nextInstallments:
      for item in future { try splitter.settle(item, order) }
    case .fewerInstallments, .smallerInstallments:
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

  /// What all parts of one component come to.
  public func total(_ component: LoanComponent) throws(LedgerError) -> Rupiah {
    var sum = Rupiah.zero
    for part in parts where part.component == component { try sum += part.amount }
    return sum
  }

  private struct Splitter {
    var rest: Rupiah
    var parts: [Part] = []

    mutating func settle(
      _ item: LoanPosition.Open, _ order: [LoanComponent]
    ) throws(LedgerError) {
      for component in order {
        switch component {
        case .lateFee: continue
        case .interest: try take(item.interest, .interest, item.installment.number)
        case .principal: try take(item.principal, .principal, item.installment.number)
        }
      }
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
