extension LoanState {
  /// What a new payment of a day finds settled: the payments up to it, and what was settled without
  /// money for a later day, such as a waiver, which nobody has to pay any more.
  ///
  /// - Throws: `amount.overflow`.
  func settled(by date: BookDate) throws(LedgerError) -> [LoanPayment] {
    var found = payments.filter { $0.date <= date }
    for credit in facts.credits where credit.date > date && credit.kind != .repayment {
      var parts = LoanParts()
      try parts.add(credit.amount, to: credit.component)
      found.append(LoanPayment(date: credit.date, parts))
    }
    return found
  }

  /// How many installments in a row were paid on time, with a payment that begins a new plan.
  ///
  /// - Throws: `amount.overflow`.
  func onTime(with split: RepaymentSplit, on date: BookDate) throws(LedgerError) -> Int {
    // Its number does not matter: nothing comes after it on the day.
    let paid = try paying(split.sums(), on: date, EntryNumber(.max))
    return try paid.onTime(asOf: date)
  }

  /// The loan with one more payment, wherever its date puts it, and perhaps a step.
  ///
  /// - Parameters:
  ///   - parts: What it settles, by component.
  ///   - date: The day on which it counts.
  ///   - entry: Its voucher.
  ///   - step: The step that comes with it.
  ///   - kind: What the voucher records.
  /// - Returns: The state with everything that is booked.
  /// - Throws: `amount.overflow`.
  package func paying(
    _ parts: LoanParts, on date: BookDate,
    _ entry: EntryNumber, taking step: LoanFacts.Step? = nil, as kind: EntryKind = .repayment
  ) throws(LedgerError) -> LoanState {
    var facts = facts
    for component in LoanComponent.allCases where !parts[component].isZero {
      facts.credits.append(
        LoanFacts.Credit(
          entry: entry, date: date, component: component, amount: parts[component], kind: kind))
    }
    if let step { facts.steps.append(step) }
    return try LoanState(facts)
  }
}
