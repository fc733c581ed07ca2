extension LoanState {
  /// The loan with one more payment, wherever its date puts it, and perhaps a step.
  ///
  /// - Parameters:
  ///   - parts: What it settles, by component.
  ///   - date: The day on which it counts.
  ///   - entry: Its voucher.
  ///   - step: The step that comes with it.
  /// - Returns: The state with everything that is booked.
  /// - Throws: `amount.overflow`.
  package func paying(
    _ parts: (lateFee: Rupiah, interest: Rupiah, principal: Rupiah), on date: BookDate,
    _ entry: EntryNumber, taking step: LoanFacts.Step? = nil
  ) throws(LedgerError) -> LoanState {
    var facts = facts
    for (component, amount) in [
      (LoanComponent.lateFee, parts.lateFee), (.interest, parts.interest),
      (.principal, parts.principal),
    ] where !amount.isZero {
      facts.credits.append(
        LoanFacts.Credit(entry: entry, date: date, component: component, amount: amount))
    }
    if let step { facts.steps.append(step) }
    return try LoanState(facts)
  }
}
