extension LedgerError {
  /// What an error says in its sentences, as values: a program that answers one need not read them.
  ///
  /// What an error does not say is nil, or empty.
  ///
  /// ```swift
  /// if error.code == .overdraft, let available = error.facts.available {
  ///   print("paling banyak", available.formatted)
  /// }
  /// ```
  public struct Facts: Hashable, Sendable, Codable {
    /// What can be taken at most, never below zero (`account.overdraft`).
    public package(set) var available: Rupiah?
    /// The voucher that bears the reference, or that was reversed already (`reference.reused`,
    /// `reference.reversed`, `entry.alreadyReversed`).
    public package(set) var entry: EntryNumber?
    /// The voucher that reversed it (`reference.reversed`, `entry.alreadyReversed`).
    public package(set) var reversal: EntryNumber?
    /// The accounts out of which one is to be named (`account.ambiguous`).
    public package(set) var accounts: [AccountCode] = []

    init() {}
  }
}
