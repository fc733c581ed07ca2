extension DuesCard {
  /// What the last of a member's payments settled, by what was known when it was recorded; nil for
  /// a payment that is for no month: of a member whose dues stand elsewhere, or from before any
  /// month was asked for.
  ///
  /// - Parameters:
  ///   - entry: The payment; the last by day and number of those in `facts`.
  ///   - facts: What was known with it.
  ///   - rule: The amounts in force.
  ///   - date: Its day.
  /// - Returns: The months with what went to each, arrears that were taken over, and the rest.
  /// - Throws: `amount.overflow`.
  package static func settled(
    by entry: EntryNumber, _ facts: DuesFacts, under rule: DuesRule, on date: BookDate
  ) throws(LedgerError) -> Receipt.Dues? {
    guard facts.payments.last?.entry == entry,
      let working = try DuesWorking(facts, rule, asOf: date)
    else { return nil }
    let last = working.last
    var amounts: [Int: Rupiah] = [:]
    for part in last.months { try amounts[part.index, default: .zero] += part.amount }
    guard !amounts.isEmpty || last.carried.isPositive || last.unused.isPositive else { return nil }
    return Receipt.Dues(
      months: amounts.sorted { $0.key < $1.key }.map { index, amount in
        let month = working.months[index]
        return Receipt.Dues.Month(
          month: month.month, amount: amount, isSettled: !month.open.isPositive)
      }, takenOver: last.carried, unused: last.unused)
  }
}
