/// What is taken from a member's savings for the tax on interest, and what it pays.
package struct TaxTaking {
  /// What is taken from which account.
  package var taken: [(account: AccountID, amount: Rupiah)]
  /// The tax that becomes due to the state.
  package var due: Rupiah
  /// The part of it that is claimed from the member.
  package var claimed: Rupiah
  /// The part of what is taken that pays earlier claims.
  package var recovered: Rupiah

  package init(
    taken: [(account: AccountID, amount: Rupiah)], due: Rupiah, claimed: Rupiah,
    recovered: Rupiah
  ) {
    self.taken = taken
    self.due = due
    self.claimed = claimed
    self.recovered = recovered
  }
}

extension PostingRules {
  /// PPh badan: Dr beban pajak penghasilan / Cr utang PPh badan.
  package static func corporateTax(
    _ tax: Rupiah, expense: AccountID, payable: AccountID
  ) throws(LedgerError) -> [Posting] {
    [.debit(expense, tax), try .credit(payable, tax)]
  }

  /// Setoran PPh: Dr utang PPh, per pasal / Cr kas atau bank.
  package static func taxPaid(
    _ parts: [(payable: AccountID, amount: Rupiah)], from payer: AccountID
  ) throws(LedgerError) -> [Posting] {
    var total = Rupiah.zero
    for part in parts { try total += part.amount }
    return parts.map { .debit($0.payable, $0.amount) } + [try .credit(payer, total)]
  }

  /// Piutang PPh selesai: Dr kas, simpanan atau beban / Cr piutang PPh anggota, or lebih potong
  /// PPh.
  package static func taxClaimSettled(
    _ amount: Rupiah, receivable: AccountID, against other: AccountID
  ) throws(LedgerError) -> [Posting] {
    [.debit(other, amount), try .credit(receivable, amount)]
  }

  /// PPh atas jasa: Dr simpanan, piutang PPh anggota (what is claimed) / Cr utang PPh, piutang PPh
  /// anggota (what is recovered).
  package static func interestTax(
    _ tax: TaxTaking, payable: AccountID, receivable: AccountID
  ) throws(LedgerError) -> [Posting] {
    var legs = tax.taken.filter { !$0.amount.isZero }.map { Posting.debit($0.account, $0.amount) }
    let claim = try tax.claimed - tax.recovered
    if claim.isPositive { legs.append(.debit(receivable, claim)) }
    if claim.isNegative { legs.append(Posting(account: receivable, amount: claim)) }
    if !tax.due.isZero { legs.append(try .credit(payable, tax.due)) }
    return legs
  }

  /// PPh that was withheld too much: Dr lebih potong PPh / Cr piutang PPh anggota (what was never
  /// withheld), simpanan (what goes back).
  package static func taxReturned(
    _ amount: Rupiah, unclaimed: Rupiah, receivable: AccountID, overpaid: AccountID,
    to savings: AccountID
  ) throws(LedgerError) -> [Posting] {
    var legs = [Posting.debit(overpaid, amount)]
    if !unclaimed.isZero { legs.append(try .credit(receivable, unclaimed)) }
    let back = try amount - unclaimed
    if !back.isZero { legs.append(try .credit(savings, back)) }
    return legs
  }
}
