extension PostingRules {
  /// Setoran: Dr kas / Cr simpanan.
  package static func deposit(
    _ amount: Rupiah, into savings: AccountID, cash: AccountID
  ) throws(LedgerError) -> [Posting] {
    [.debit(cash, amount), try .credit(savings, amount)]
  }

  /// Penarikan: Dr simpanan / Cr kas.
  package static func withdrawal(
    _ amount: Rupiah, from savings: AccountID, cash: AccountID
  ) throws(LedgerError) -> [Posting] {
    [.debit(savings, amount), try .credit(cash, amount)]
  }

  /// Pindah buku: Dr simpanan asal / Cr simpanan tujuan.
  package static func transfer(
    _ amount: Rupiah, from source: AccountID, to target: AccountID
  ) throws(LedgerError) -> [Posting] {
    [.debit(source, amount), try .credit(target, amount)]
  }

  /// Biaya: Dr simpanan / Cr pendapatan administrasi.
  package static func fee(
    _ amount: Rupiah, from savings: AccountID, income: AccountID
  ) throws(LedgerError) -> [Posting] {
    [.debit(savings, amount), try .credit(income, amount)]
  }

  /// Jasa brought in from outside a month end: Dr beban jasa / Cr simpanan.
  package static func interest(
    _ amount: Rupiah, to savings: AccountID, expense: AccountID
  ) throws(LedgerError) -> [Posting] {
    [.debit(expense, amount), try .credit(savings, amount)]
  }

  /// Saldo awal of a member's account: Dr saldo awal migrasi / Cr simpanan.
  ///
  /// A debit-positive amount is put on the account and its counterpart on the clearing account.
  package static func opening(
    _ amount: Rupiah, on account: AccountID, clearing: AccountID
  ) throws(LedgerError) -> [Posting] {
    [Posting(account: account, amount: amount), try .credit(clearing, amount)]
  }
}
