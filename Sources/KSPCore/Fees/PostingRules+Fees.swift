extension PostingRules {
  /// Biaya bulanan: Dr simpanan satu per satu / Cr pendapatan administrasi.
  package static func monthlyFees(
    _ charged: [(account: AccountID, amount: Rupiah)], income: AccountID
  ) throws(LedgerError) -> [Posting] {
    charged.map { .debit($0.account, $0.amount) }
      + [try .credit(income, charged.map(\.amount).sum())]
  }
}
