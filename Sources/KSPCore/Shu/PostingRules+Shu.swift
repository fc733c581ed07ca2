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

  /// A fund of an SHU that is paid to somebody: Dr dana / Cr utang PPh 21 (what is withheld), kas
  /// or bank.
  ///
  /// - Throws: `amount.overflow`.
  package static func shuReward(
    _ gross: Rupiah, from fund: AccountID, tax: (payable: AccountID, amount: Rupiah)?,
    to payer: AccountID
  ) throws(LedgerError) -> [Posting] {
    guard let tax, !tax.amount.isZero else {
      return [.debit(fund, gross), try .credit(payer, gross)]
    }
    return [
      .debit(fund, gross), try .credit(tax.payable, tax.amount),
      try .credit(payer, try gross - tax.amount),
    ]
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
