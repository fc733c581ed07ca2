/// What may be taken from an account under its holds: on no day from then on may less stay than
/// they hold, beside what must stay anyhow.
package struct FundsUnderHolds {
  /// The account.
  package let account: AccountCode
  /// Its balances from a day on: that of the day, and of every later day on which it
  /// moves, in order.
  package let balances: [(day: BookDate, balance: Rupiah)]
  /// The holds of the account.
  package let holds: [SavingsHold]

  /// Sets holds beside balances, of which there is at least one.
  package init(
    _ account: AccountCode, balances: [(day: BookDate, balance: Rupiah)], holds: [SavingsHold]
  ) {
    self.account = account
    self.balances = balances
    self.holds = holds
  }

  /// The least that is free, on the day on which that is so, and what holds the rest then; what
  /// stays anyhow is taken off. Days without a hold do not count: nil where there are no others.
  ///
  /// Between two days on which the balance moves or a hold begins or ends nothing changes, so only
  /// those are looked at.
  ///
  /// - Throws: `amount.overflow`.
  package func least(
    keeping least: Rupiah
  ) throws(LedgerError) -> (free: Rupiah, day: BookDate, holds: [SavingsHold])? {
    guard let first = balances.first?.day else { return nil }
    var days = Set(balances.map(\.day))
    for hold in holds {
      days.formUnion([hold.from, hold.endsOn].compactMap(\.self).filter { $0 > first })
    }
    var found: (free: Rupiah, day: BookDate, holds: [SavingsHold])?
    for day in days.sorted() {
      let balance = balances.last { $0.day <= day }?.balance ?? .zero
      guard let held = try HeldSavings(account, balance, holds, on: day) else { continue }
      let free = max(.zero, try balance - held.amount - least)
      if found.map({ free < $0.free }) ?? true { found = (free, day, held.holds) }
    }
    return found
  }
}
