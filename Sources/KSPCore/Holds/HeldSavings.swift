/// What is held of a balance on a day, and what is free (saldo diblokir dan saldo bebas).
public struct HeldSavings: Hashable, Sendable, Codable {
  /// The account.
  public let account: AccountCode
  /// The holds that hold on the day, by number; at least one.
  public let holds: [SavingsHold]
  /// What they hold together: all of the balance where one of them holds everything. It may be
  /// more than there is.
  public let amount: Rupiah
  /// The rest of the balance; never less than nothing. What the product wants to stay after a
  /// withdrawal is part of it.
  public let free: Rupiah

  /// Works out what holds leave of a balance on a day; nil where none of them holds.
  ///
  /// - Throws: `amount.overflow`.
  package init?(
    _ account: AccountCode, _ balance: Rupiah, _ holds: [SavingsHold], on day: BookDate
  ) throws(LedgerError) {
    let holding = holds.filter { $0.holds(on: day) }
    guard !holding.isEmpty else { return nil }
    self.account = account
    self.holds = holding
    amount =
      holding.contains { $0.amount == nil }
      ? max(balance, .zero) : try holding.compactMap(\.amount).sum()
    free = max(.zero, try balance - amount)
  }
}
