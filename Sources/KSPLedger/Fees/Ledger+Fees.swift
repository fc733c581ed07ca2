import GRDB
public import KSPCore

extension Ledger {
  /// Sets what a savings product charges its accounts every month, and when they are dormant, from
  /// a month on (biaya bulanan dan rekening pasif). What was set before for it holds no more.
  ///
  /// The end of each month charges it on the last day, after standing orders and before interest:
  /// never below zero, nor what is held. An account is dormant once its member has moved nothing
  /// for as many whole months; interest, fees and corrections do not count, and the next movement
  /// of the member wakes it.
  ///
  /// ```swift
  /// try ledger.setMonthlyFee(
  ///   SavingsFeeRule(
  ///     of: "sukarela", from: month, fee: 5_000, freeFrom: 1_000_000,
  ///     dormancy: .init(months: 12)))
  /// ```
  ///
  /// - Parameters:
  ///   - rule: What is charged; a fee of zero for nothing.
  ///   - reference: The caller's key: the same one with the same content is done once.
  ///   - note: Memo and author.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Returns: The rule.
  /// - Throws: `product.unknown`, `fee.ruleUnfit` for other products than those of the kind
  ///   sukarela, `amount.notPositive`, `period.closed`, `reference.reused`.
  @discardableResult
  public func setMonthlyFee(
    _ rule: SavingsFeeRule, reference: String? = nil, note: EntryNote = EntryNote(),
    dryRun: Bool = false
  ) throws(LedgerError) -> SavingsFeeRule {
    try post(dryRun: dryRun) { session in
      try FeeDesk(session: session).set(rule, note: note.keyed(by: reference))
    }
  }

  /// What savings products charge each month, by product, in the order in which it was set.
  ///
  /// - Returns: The rules, also those that hold no more.
  /// - Throws: What reading the file can throw.
  public func monthlyFees() throws(LedgerError) -> [SavingsFeeRule] {
    try store.read { db in try FeeReader(db: db).rules() }
  }

  /// The dormant accounts on a day (rekening pasif), by product and account.
  ///
  /// - Parameter date: The day; those of the end of the month before on which nothing moved since.
  /// - Returns: The accounts.
  /// - Throws: What reading the file can throw.
  public func dormantAccounts(on date: BookDate) throws(LedgerError) -> [DormantAccount] {
    try store.read { db in try FeeReader(db: db).dormant(on: date) }
  }
}
