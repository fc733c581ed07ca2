extension LedgerWarning {
  /// More is paid of money that passes through than is held of it for somebody.
  package static func transitBeyond(
    _ amount: Rupiah, of account: AccountCode, for party: String
  ) -> LedgerWarning {
    LedgerWarning(
      .transitBeyond,
      message: Phrase(
        id: "\(amount.formatted) dari jumlah ini melebihi yang terbuka di \(account) untuk "
          + "\(party.quotable).",
        en: "\(amount.formatted) of this goes beyond what is open on \(account) for "
          + "\(party.quotable)."))
  }
}
