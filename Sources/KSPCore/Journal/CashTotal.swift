/// What went in and out of a cash or bank account, by who recorded it (`Ledger.cashTotals`).
public struct CashTotal: Hashable, Sendable, Codable {
  /// The account.
  public let account: AccountCode
  /// Its name.
  public let accountName: Phrase
  /// Who recorded it; nil where nobody is named.
  public let recordedBy: String?
  /// What came in, in entries that are its debit.
  public let received: Rupiah
  /// What went out, in entries that are its credit.
  public let paid: Rupiah
  /// In how many entries.
  public let entries: Int

  /// Gathers what is known.
  package init(
    account: AccountCode, accountName: Phrase, recordedBy: String?, received: Rupiah, paid: Rupiah,
    entries: Int
  ) {
    self.account = account
    self.accountName = accountName
    self.recordedBy = recordedBy
    self.received = received
    self.paid = paid
    self.entries = entries
  }
}
