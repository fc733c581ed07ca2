extension PostingRules {
  /// Akrual jasa: Dr beban jasa / Cr jasa yang masih harus dibayar, or jasa dibayar di muka for
  /// interest that was paid in advance; the other way round for what is set aside no longer.
  package static func accrual(
    _ amounts: [AccountID: Rupiah], expense: AccountID
  ) throws(LedgerError) -> [Posting] {
    var legs = [Posting(account: expense, amount: try amounts.values.map(\.self).sum())]
    for (held, amount) in amounts.sorted(by: { $0.key < $1.key }) {
      legs.append(Posting(account: held, amount: try amount.negated()))
    }
    return legs.filter { !$0.amount.isZero }
  }
}
