extension PostingRules {
  /// Kas masuk: Dr kas / Cr akun.
  package static func cashReceipt(
    _ amount: Rupiah, from account: AccountID, cash: AccountID
  ) throws(LedgerError) -> [Posting] {
    [.debit(cash, amount), try .credit(account, amount)]
  }

  /// Kas keluar: Dr akun / Cr kas.
  package static func cashPayment(
    _ amount: Rupiah, for account: AccountID, cash: AccountID
  ) throws(LedgerError) -> [Posting] {
    [.debit(account, amount), try .credit(cash, amount)]
  }
}
