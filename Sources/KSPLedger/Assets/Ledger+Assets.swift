import GRDB
public import KSPCore

extension Ledger {
  /// Buys a fixed asset (beli inventaris): its voucher and its line in the register.
  ///
  /// It is written off month by month from the month after, in equal parts of whole rupiah rounded
  /// down; the last month takes the rest. The month end posts it.
  ///
  /// ```swift
  /// let bought = try ledger.buyAsset(
  ///   NewAsset("Laptop kasir", cost: 9_600_000, months: 48, acquiredOn: today, place: "Kasir"))
  /// print(bought.asset.number, bought.receipt.entry)
  /// ```
  ///
  /// - Parameters:
  ///   - asset: What is bought, and on which day; without a takeover.
  ///   - payer: The cash, the bank or the account that pays; nil for cash.
  ///   - reference: The caller's key: the same one with the same content returns the first receipt.
  ///   - note: Memo and author.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Returns: The asset and the receipt.
  /// - Throws: `amount.notPositive`, `asset.termsUnfit`, `asset.exists`, `account.unknown`,
  ///   `account.notPostable`, `account.closed`, `account.ownAct`, `account.termsUnfit`,
  ///   `cash.belowZero`, `period.closed`, `period.beforeBook`, `date.future`,
  ///   `entry.noteUnacceptable`, `reference.reused`.
  @discardableResult
  public func buyAsset(
    _ asset: NewAsset, from payer: AccountCode? = nil, reference: String? = nil,
    note: EntryNote = EntryNote(), dryRun: Bool = false
  ) throws(LedgerError) -> AssetPurchase {
    try post(dryRun: dryRun) { session in
      try AssetDesk(session: session).buy(asset, from: payer, note: note.keyed(by: reference))
    }
  }

  /// Enters a fixed asset that an earlier book had bought, with what it had written off. The
  /// opening balances hold both, so nothing is booked.
  ///
  /// - Parameters:
  ///   - asset: The asset, with its takeover.
  ///   - reference: The caller's key: the same one with the same content is done once.
  ///   - note: Memo and author.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Returns: The asset.
  /// - Throws: `amount.notPositive`, `asset.termsUnfit`, `asset.exists`, `account.unknown`,
  ///   `account.notPostable`, `account.closed`, `account.termsUnfit`, `date.future`,
  ///   `entry.noteUnacceptable`, `reference.reused`.
  @discardableResult
  public func takeOverAsset(
    _ asset: NewAsset, reference: String? = nil, note: EntryNote = EntryNote(),
    dryRun: Bool = false
  ) throws(LedgerError) -> FixedAsset {
    try post(dryRun: dryRun) { session in
      try AssetDesk(session: session).takeOver(asset, note: note.keyed(by: reference))
    }
  }

  /// Says where a fixed asset stands, or what it is called, from now on.
  ///
  /// - Parameters:
  ///   - number: The number of the asset.
  ///   - name: What it is called; nil to leave that.
  ///   - place: Where it stands; nil to leave that.
  ///   - reference: The caller's key: the same one with the same content is done once.
  ///   - note: Memo and author.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Returns: The asset.
  /// - Throws: `asset.unknown`, `entry.noteUnacceptable`, `reference.reused`.
  @discardableResult
  public func updateAsset(
    _ number: AssetNumber, name: String? = nil, place: String? = nil, reference: String? = nil,
    note: EntryNote = EntryNote(), dryRun: Bool = false
  ) throws(LedgerError) -> FixedAsset {
    try post(dryRun: dryRun) { session in
      try AssetDesk(session: session).change(
        number, name: name, place: place, note: note.keyed(by: reference))
    }
  }

  /// Disposes of a fixed asset (pelepasan): its cost and what was written off leave the books, what
  /// it brings comes in, and the rest is a gain or a loss.
  ///
  /// Nothing is written off for the month in which it leaves.
  ///
  /// - Parameters:
  ///   - number: The number of the asset.
  ///   - proceeds: What it brings; zero for nothing.
  ///   - payee: The cash, the bank or the account that takes the money; nil for cash.
  ///   - date: The day, in the open month.
  ///   - reference: The caller's key: the same one with the same content returns the first receipt.
  ///   - note: Author, and as memo why.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Returns: The receipt.
  /// - Throws: `asset.unknown`, `asset.disposed`, `asset.reasonMissing` without a memo,
  ///   `asset.termsUnfit` before it was bought, `month.earlierOpen` while an earlier month is open,
  ///   `period.closed`, `date.future`, `account.unknown` for a chart without accounts for gain and
  ///   loss, `reference.reused`, `reference.reversed`.
  @discardableResult
  public func disposeOfAsset(
    _ number: AssetNumber, for proceeds: Rupiah = .zero, into payee: AccountCode? = nil,
    on date: BookDate, reference: String? = nil, note: EntryNote, dryRun: Bool = false
  ) throws(LedgerError) -> Receipt {
    try post(dryRun: dryRun) { session in
      try AssetDesk(session: session).dispose(
        number, for: proceeds, into: payee, on: date, note: note.keyed(by: reference))
    }
  }

  /// The fixed assets that the cooperative had on a day (daftar inventaris), by place and number.
  ///
  /// - Parameters:
  ///   - date: The day; nil for today.
  ///   - place: One place only; nil for all, with what the ledger says of their accounts.
  /// - Returns: The register.
  /// - Throws: What reading the file can throw.
  public func assets(
    asOf date: BookDate? = nil, place: String? = nil
  ) throws(LedgerError) -> AssetRegister {
    let today = try today()
    return try store.read { db in try AssetReader(db).register(on: date ?? today, place: place) }
  }

  /// What was and will be written off of a fixed asset (kartu aset).
  ///
  /// - Parameters:
  ///   - number: The number of the asset.
  ///   - date: The day; nil for today.
  /// - Returns: The card.
  /// - Throws: `asset.unknown`.
  public func asset(
    _ number: AssetNumber, asOf date: BookDate? = nil
  ) throws(LedgerError) -> AssetCard {
    let today = try today()
    return try store.read { db in try AssetReader(db).card(number, on: date ?? today) }
  }
}
