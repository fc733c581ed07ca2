extension PostingRules {
  /// Pembukaan berjangka: Dr kas, bank atau simpanan / Cr simpanan berjangka.
  package static func depositOpened(
    _ amount: Rupiah, on deposit: AccountID, from source: AccountID
  ) throws(LedgerError) -> [Posting] {
    [.debit(source, amount), try .credit(deposit, amount)]
  }

  /// Pembukaan berjangka dengan jasa di muka: Dr kas, bank atau simpanan (what is handed over),
  /// jasa dibayar di muka / Cr simpanan berjangka, utang PPh.
  ///
  /// - Throws: `amount.notPositive` where the interest leaves nothing to hand over.
  package static func depositOpened(
    _ amount: Rupiah, ahead gross: Rupiah, tax: Rupiah, on deposit: AccountID,
    from source: AccountID, prepaid: AccountID, payable: AccountID?
  ) throws(LedgerError) -> [Posting] {
    let handedOver = try amount - gross + tax
    guard handedOver.isPositive else { throw .amountNotPositive(handedOver) }
    var legs = [
      Posting.debit(source, handedOver), .debit(prepaid, gross), try .credit(deposit, amount),
    ]
    if tax.isPositive, let payable { legs.append(try .credit(payable, tax)) }
    return legs
  }

  /// Jasa berjangka: Dr jasa yang masih harus dibayar (what was set aside), beban jasa (the rest) /
  /// Cr simpanan, kas atau berjangka (what is left), utang PPh. In advance all of it is a debit of
  /// jasa dibayar di muka.
  package static func depositInterest(
    _ gross: Rupiah, tax: Rupiah, using accrued: [Posting], expense: AccountID,
    to target: AccountID, payable: AccountID?
  ) throws(LedgerError) -> [Posting] {
    var legs = accrued
    let rest = try gross - accrued.map(\.amount).sum()
    if !rest.isZero { legs.append(Posting(account: expense, amount: rest)) }
    let net = try gross - tax
    if net.isPositive { legs.append(try .credit(target, net)) }
    if tax.isPositive, let payable { legs.append(try .credit(payable, tax)) }
    return legs
  }

  /// Pencairan berjangka: Dr simpanan berjangka, jasa yang masih harus dibayar (what was set
  /// aside), beban jasa (running interest beyond that; a credit where it is forfeited) / Cr jasa
  /// dibayar di muka (what was not written off), utang PPh, pendapatan penalti, kas, bank atau
  /// simpanan.
  package static func depositEnded(
    _ ending: TermDepositEnding, using accrued: [Posting], deposit: AccountID,
    expense: AccountID, income: AccountID, to target: AccountID, payable: AccountID?
  ) throws(LedgerError) -> [Posting] {
    var legs = [Posting.debit(deposit, ending.balance)] + accrued
    let rest = try ending.interest - ending.takenBack - accrued.map(\.amount).sum()
    if !rest.isZero { legs.append(Posting(account: expense, amount: rest)) }
    if ending.tax.isPositive, let payable { legs.append(try .credit(payable, ending.tax)) }
    if ending.penalty.isPositive { legs.append(try .credit(income, ending.penalty)) }
    let paid = try ending.paid
    if paid.isPositive { legs.append(try .credit(target, paid)) }
    return legs
  }
}

/// What a term deposit comes to on the day it is paid out.
package struct TermDepositEnding: Hashable, Sendable {
  /// What is on it.
  package let balance: Rupiah
  /// Interest that has run since the last value date and is paid.
  package let interest: Rupiah
  /// The tax that is withheld from it.
  package let tax: Rupiah
  /// The penalty.
  package let penalty: Rupiah
  /// What is kept back of interest that was paid in advance.
  package let takenBack: Rupiah

  /// Works out what is paid.
  package var paid: Rupiah {
    get throws(LedgerError) { try balance + interest - tax - penalty - takenBack }
  }

  /// Gathers the parts.
  ///
  /// - Throws: `deposit.penaltyTooLarge`, `amount.overflow`.
  package init(
    balance: Rupiah, interest: Rupiah, tax: Rupiah, penalty: Rupiah, takenBack: Rupiah
  ) throws(LedgerError) {
    self.balance = balance
    self.interest = interest
    self.tax = tax
    self.penalty = penalty
    self.takenBack = takenBack
    let owed = try balance + interest - tax
    let lost = try penalty + takenBack
    guard lost <= owed else { throw .depositPenaltyTooLarge(lost, of: owed) }
  }
}
