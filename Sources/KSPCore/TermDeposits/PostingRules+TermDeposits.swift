extension PostingRules {
  /// Pembukaan berjangka: Dr kas, bank atau simpanan / Cr simpanan berjangka.
  package static func depositOpened(
    _ amount: Rupiah, on deposit: AccountID, from source: AccountID
  ) throws(LedgerError) -> [Posting] {
    [.debit(source, amount), try .credit(deposit, amount)]
  }

  /// Jasa berjangka: Dr beban jasa / Cr simpanan, kas atau berjangka (what is left) / Cr utang PPh.
  package static func depositInterest(
    _ gross: Rupiah, tax: Rupiah, expense: AccountID, to target: AccountID, payable: AccountID?
  ) throws(LedgerError) -> [Posting] {
    var legs = [Posting.debit(expense, gross)]
    let net = try gross - tax
    if net.isPositive { legs.append(try .credit(target, net)) }
    if tax.isPositive, let payable { legs.append(try .credit(payable, tax)) }
    return legs
  }

  /// Pencairan berjangka: Dr simpanan berjangka, beban jasa (running interest) / Cr utang PPh,
  /// pendapatan penalti, kas, bank atau simpanan.
  package static func depositEnded(
    _ ending: TermDepositEnding, deposit: AccountID, expense: AccountID, income: AccountID,
    to target: AccountID, payable: AccountID?
  ) throws(LedgerError) -> [Posting] {
    var legs = [Posting.debit(deposit, ending.balance)]
    if ending.interest.isPositive { legs.append(.debit(expense, ending.interest)) }
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

  /// Works out what is paid.
  package var paid: Rupiah {
    get throws(LedgerError) { try balance + interest - tax - penalty }
  }

  /// Gathers the parts.
  ///
  /// - Throws: `deposit.penaltyTooLarge`, `amount.overflow`.
  package init(
    balance: Rupiah, interest: Rupiah, tax: Rupiah, penalty: Rupiah
  ) throws(LedgerError) {
    self.balance = balance
    self.interest = interest
    self.tax = tax
    self.penalty = penalty
    let owed = try balance + interest - tax
    guard penalty <= owed else { throw .depositPenaltyTooLarge(penalty, of: owed) }
  }
}
