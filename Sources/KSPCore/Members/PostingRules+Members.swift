extension PostingRules {
  /// Masuk anggota: Dr kas / Cr simpanan pokok, simpanan wajib, uang pangkal.
  ///
  /// Parts of zero have no leg.
  package static func join(
    cash: AccountID, parts: [(account: AccountID, amount: Rupiah)]
  ) throws(LedgerError) -> [Posting] {
    var total = Rupiah.zero
    var legs: [Posting] = []
    for part in parts where !part.amount.isZero {
      try total += part.amount
      legs.append(try .credit(part.account, part.amount))
    }
    return [.debit(cash, total)] + legs
  }

  /// Keluar anggota: Dr every savings account / Cr utang PPh and piutang PPh anggota (`tax`), dana
  /// abadi (the part kept back), kas or simpanan yang belum diambil (the rest).
  ///
  /// `tax` are the legs of the tax on the member's interest that are not on savings; what they come
  /// to is taken from what is paid out.
  package static func leave(
    savings: [(account: AccountID, balance: Rupiah)], tax: [Posting] = [], deduction: Rupiah,
    fund: AccountID, cash: AccountID
  ) throws(LedgerError) -> [Posting] {
    var total = Rupiah.zero
    var legs: [Posting] = []
    for (account, balance) in savings where !balance.isZero {
      try total += balance
      legs.append(.debit(account, balance))
    }
    for leg in tax { try total += leg.amount }
    legs += tax
    guard deduction <= total else { throw .leaveDeductionTooLarge(deduction, savings: total) }
    if !deduction.isZero { legs.append(try .credit(fund, deduction)) }
    let paidOut = try total - deduction
    if !paidOut.isZero { legs.append(try .credit(cash, paidOut)) }
    return legs
  }

  /// Gabung anggota: Dr every savings account of the duplicate / Cr that of the same product of the
  /// member who stays.
  package static func merge(
    _ savings: [(from: AccountID, to: AccountID, balance: Rupiah)]
  ) throws(LedgerError) -> [Posting] {
    var legs: [Posting] = []
    for (from, to, balance) in savings where !balance.isZero {
      legs.append(.debit(from, balance))
      legs.append(try .credit(to, balance))
    }
    return legs
  }

  /// Bayar simpanan anggota keluar: Dr simpanan yang belum diambil / Cr kas.
  package static func leaverPayment(
    _ amount: Rupiah, payable: AccountID, from cash: AccountID
  ) throws(LedgerError) -> [Posting] {
    [.debit(payable, amount), try .credit(cash, amount)]
  }
}
