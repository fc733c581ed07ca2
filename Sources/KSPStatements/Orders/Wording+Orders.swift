import KSPCore

extension Wording {
  var standingOrder: String { self("Autodebet", "Standing order") }
  var dueOn: String { self("Jatuh tempo", "Due on") }
  var tryOutcome: String { self("Hasil", "Outcome") }
  var whatIsDue: String { self("yang terutang", "what is due") }

  /// What an order takes, each month.
  func amount(of order: StandingOrder) -> String { order.amount?.formatted ?? whatIsDue }

  /// What an order pays, in words.
  func purpose(of order: StandingOrder) -> String {
    if case .dues(let product) = order.purpose { return product.text }
    return "\(self(order.purpose.name)) \(order.purpose.target)"
  }

  /// What became of a try, in words.
  func outcome(of attempt: OrderTry) -> String {
    attempt.isReversed ? self("dibalik", "reversed") : self(attempt.outcome.name)
  }
}
