/// Which accounts each event touches: the one table of posting rules.
///
/// Each rule takes the event's amount and the accounts in force and gives the legs of the entry;
/// nothing is read or stored here. An accountant can check the whole of it on this page.
public enum PostingRules {
  /// Setoran: Dr kas / Cr simpanan.
  public static func deposit(
    _ amount: Rupiah, into savings: AccountID, cash: AccountID
  ) throws(LedgerError) -> [Posting] {
    [.debit(cash, amount), try .credit(savings, amount)]
  }

  /// Penarikan: Dr simpanan / Cr kas.
  public static func withdrawal(
    _ amount: Rupiah, from savings: AccountID, cash: AccountID
  ) throws(LedgerError) -> [Posting] {
    [.debit(savings, amount), try .credit(cash, amount)]
  }

  /// Pindah buku: Dr simpanan asal / Cr simpanan tujuan.
  public static func transfer(
    _ amount: Rupiah, from source: AccountID, to target: AccountID
  ) throws(LedgerError) -> [Posting] {
    [.debit(source, amount), try .credit(target, amount)]
  }

  /// Biaya: Dr simpanan / Cr pendapatan administrasi.
  public static func fee(
    _ amount: Rupiah, from savings: AccountID, income: AccountID
  ) throws(LedgerError) -> [Posting] {
    [.debit(savings, amount), try .credit(income, amount)]
  }

  /// Jasa brought in from outside a month end: Dr beban jasa / Cr simpanan.
  public static func interest(
    _ amount: Rupiah, to savings: AccountID, expense: AccountID
  ) throws(LedgerError) -> [Posting] {
    [.debit(expense, amount), try .credit(savings, amount)]
  }

  /// Masuk anggota: Dr kas / Cr simpanan pokok, simpanan wajib, uang pangkal.
  ///
  /// Parts of zero have no leg.
  public static func join(
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

  /// Keluar anggota: Dr every savings account / Cr dana abadi (the part kept back), kas (the rest).
  public static func leave(
    savings: [(account: AccountID, balance: Rupiah)], deduction: Rupiah, fund: AccountID,
    cash: AccountID
  ) throws(LedgerError) -> [Posting] {
    var total = Rupiah.zero
    var legs: [Posting] = []
    for (account, balance) in savings where !balance.isZero {
      try total += balance
      legs.append(.debit(account, balance))
    }
    guard deduction <= total else { throw .leaveDeductionTooLarge(deduction, savings: total) }
    if !deduction.isZero { legs.append(try .credit(fund, deduction)) }
    let paidOut = try total - deduction
    if !paidOut.isZero { legs.append(try .credit(cash, paidOut)) }
    return legs
  }

  /// Saldo awal of a member's account: Dr saldo awal migrasi / Cr simpanan.
  ///
  /// A debit-positive amount is put on the account and its counterpart on the clearing account.
  public static func opening(
    _ amount: Rupiah, on account: AccountID, clearing: AccountID
  ) throws(LedgerError) -> [Posting] {
    [Posting(account: account, amount: amount), try .credit(clearing, amount)]
  }

  /// Jurnal balik: every leg with the opposite sign.
  public static func reversal(of postings: [Posting]) throws(LedgerError) -> [Posting] {
    var mirrored: [Posting] = []
    for posting in postings { mirrored.append(try .credit(posting.account, posting.amount)) }
    return mirrored
  }
}
