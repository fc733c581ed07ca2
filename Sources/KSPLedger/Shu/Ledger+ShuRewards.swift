import GRDB
public import KSPCore

extension Ledger {
  /// Pays somebody out of a fund of an SHU that was divided, such as the board's or the staff's,
  /// and withholds the tax (bayar dana SHU): Dr fund / Cr PPh 21 payable, cash.
  ///
  /// ```swift
  /// let paid = try ledger.payShuFund(
  ///   ShuReward.Order(
  ///     of: 2025, from: "pengurus", to: "Budi Hartono", 4_000_000, rate: .percent("5")),
  ///   on: ledger.today())
  /// print(paid.tax, paid.net)
  /// ```
  ///
  /// - Parameters:
  ///   - order: The fund on an account of liabilities, who gets how much, and the rate of the tax.
  ///   - payer: The account the money comes from: nil for cash.
  ///   - date: The day, in an open month, not before the division.
  ///   - reference: The caller's key: the same one with the same content is done once.
  ///   - note: Memo and author.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Returns: What was paid, with the tax and the voucher.
  /// - Throws: `shu.notPosted`, `shu.tooEarly`, `shu.rewardUnfit`, `shu.fundTooSmall`,
  ///   `amount.notPositive`, `account.unknown` for a chart without the role `tax-employee`,
  ///   `account.ownAct`, `cash.belowZero`, `period.closed`, `reference.reused`.
  @discardableResult
  public func payShuFund(
    _ order: ShuReward.Order, from payer: AccountCode? = nil, on date: BookDate,
    reference: String? = nil, note: EntryNote = EntryNote(), dryRun: Bool = false
  ) throws(LedgerError) -> ShuReward {
    try post(dryRun: dryRun) { session in
      try ShuRewardDesk(session: session).pay(
        order, from: payer, on: date, note.keyed(by: reference))
    }
  }

  /// What was paid out of the funds of an SHU to people by name, and what is left of each fund.
  ///
  /// - Parameter year: The book year.
  /// - Returns: Funds and payments.
  /// - Throws: `shu.notPosted`.
  public func shuRewards(_ year: Int) throws(LedgerError) -> ShuRewards {
    try store.read { db in
      try ShuRewardReader(db: db).rewards(year, of: ShuReader(db: db).requireDivision(of: year))
    }
  }
}
