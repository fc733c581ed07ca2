extension PostingRules {
  /// Pembagian SHU: Dr SHU belum dibagi / Cr every fund, SHU bagian anggota (all parts).
  ///
  /// What nobody gets stays where it is, so only what is given is debited.
  ///
  /// - Throws: `amount.overflow`.
  package static func shuDistribution(
    from source: AccountID, funds: [(account: AccountID, amount: Rupiah)],
    members: (payable: AccountID, amount: Rupiah)
  ) throws(LedgerError) -> [Posting] {
    let parts = (funds + [(members.payable, members.amount)]).filter { !$0.amount.isZero }
    var legs = [Posting.debit(source, try parts.map(\.amount).sum())]
    for part in parts { legs.append(try .credit(part.account, part.amount)) }
    return legs
  }

  /// SHU bagian anggota that is paid: Dr SHU bagian anggota / Cr simpanan, kas or bank, or the fund
  /// that gets what nobody took.
  ///
  /// - Throws: `amount.overflow`.
  package static func shuPayment(
    of payable: AccountID, to targets: [(account: AccountID, amount: Rupiah)]
  ) throws(LedgerError) -> [Posting] {
    var legs = [Posting.debit(payable, try targets.map(\.amount).sum())]
    for target in targets { legs.append(try .credit(target.account, target.amount)) }
    return legs
  }
}
