extension Wording {
  var statementTitle: String { self("REKENING KORAN", "STATEMENT OF ACCOUNT") }
  var memberStatementTitle: String { self("BUKU ANGGOTA", "MEMBER'S STATEMENT") }
  var name: String { self("Nama", "Name") }
  var memberNumber: String { self("Nomor anggota", "Member number") }
  var account: String { self("Rekening", "Account") }
  var period: String { self("Periode", "Period") }
  var through: String { self("s.d.", "to") }
  var date: String { self("Tanggal", "Date") }
  var voucher: String { self("Bukti", "Voucher") }
  var description: String { self("Keterangan", "Description") }
  var debit: String { self("Debet", "Debit") }
  var credit: String { self("Kredit", "Credit") }
  var balance: String { self("Saldo", "Balance") }
  var openingBalance: String { self("Saldo awal", "Opening balance") }
  var closingBalance: String { self("Saldo akhir", "Closing balance") }
  var total: String { self("Jumlah", "Total") }
  var trialBalanceTitle: String { self("NERACA SALDO", "TRIAL BALANCE") }
  var asOf: String { self("Per", "As of") }
  var code: String { self("Akun", "Account") }
  var journalTitle: String { self("JURNAL", "JOURNAL") }
  var entries: String { self("Jurnal", "Entries") }
  var reverses: String { self("Membalik", "Reverses") }
  var reversedBy: String { self("Dibalik oleh", "Reversed by") }
  var reference: String { self("Referensi", "Reference") }
  var memo: String { self("Keterangan", "Memo") }
  var recordedBy: String { self("Petugas", "Clerk") }
  var recordedAt: String { self("Dicatat", "Recorded") }
  var receiptTitle: String { self("BUKTI TRANSAKSI", "RECEIPT") }
  var copy: String { self("SALINAN – sudah dicatat sebelumnya", "COPY – recorded before") }
  var event: String { self("Transaksi", "Transaction") }
  var amount: String { self("Jumlah", "Amount") }
  var inWords: String { self("Terbilang", "In words") }
  var balanceAfter: String { self("Saldo sesudahnya", "Balance after") }
  var signatureClerk: String { self("Petugas,", "Clerk,") }
  var signatureMember: String { self("Anggota,", "Member,") }

  /// What a report is limited to, for one that shows the book as it was known earlier.
  func knownAt(_ entry: EntryNumber) -> String {
    self("Diketahui s.d. bukti \(entry)", "As known through voucher \(entry)")
  }
}
