extension Wording {
  var statementTitle: String { self("REKENING KORAN", "STATEMENT OF ACCOUNT") }
  var memberStatementTitle: String { self("REKENING ANGGOTA", "MEMBER'S STATEMENT") }
  var name: String { self("Nama", "Name") }
  var memberNumber: String { self("Nomor anggota", "Member number") }
  var account: String { self("Rekening", "Account") }
  /// Where money came from or went, when it was not the usual account.
  var counterpart: String { self("Akun lawan", "Other side") }
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
  var rehearsal: String {
    self("PERCOBAAN – belum dibukukan", "DRY RUN – not posted")
  }
  var copyPrintedAgain: String { self("SALINAN", "COPY") }
  var copy: String { self("SALINAN – sudah dicatat sebelumnya", "COPY – recorded before") }
  var event: String { self("Transaksi", "Transaction") }
  var amount: String { self("Jumlah", "Amount") }
  var inWords: String { self("Terbilang", "In words") }
  var balanceAfter: String { self("Saldo sesudahnya", "Balance after") }

  /// What is owed on a loan with payments of later days.
  var laterOutstanding: String { self("Sisa pokok kini", "Owed now") }

  /// What an account holds with movements of later days.
  var followingVouchers: String { self("Diikuti bukti", "Followed by") }
  var laterBalance: String { self("Saldo kini", "Balance now") }

  /// What the balance on a receipt is: that of savings, or what is owed on a loan.
  func balance(after kind: EntryKind) -> String {
    switch kind {
    case .taxPayment: self("Masih terutang", "Still owed")
    case .leaverPayment: self("Belum diambil", "Yet to be taken")
    case _ where kind.is(.leavesOutstanding): outstanding
    default: balanceAfter
    }
  }
  /// What a reversal takes back: `JU-000014 Angsuran pinjaman 25 Maret 2026`.
  func reversed(_ reversed: Receipt.Reversed) -> String {
    "\(reversed.entry) \(self(reversed.kind.name)), \(self(reversed.bookDate.inWords))"
  }
  var takesBack: String { self("Membalik", "Takes back") }
  var parts: String { self("Rincian", "Made up of") }
  var agreed: String { self("Disetujui,", "Approved,") }
  var paidOut: String { self("Dibayar,", "Paid,") }
  var receivedBy: String { self("Diterima,", "Received,") }
  var handedOver: String { self("Disetor,", "Handed over,") }
  var paidTo: String { self("Dibayar kepada", "Paid to") }
  var receivedFrom: String { self("Diterima dari", "Received from") }
  var signatureClerk: String { self("Petugas,", "Clerk,") }
  var signatureMember: String { self("Anggota,", "Member,") }

  var broughtForward: String { self("Pindahan", "Brought forward") }
  var carriedForward: String { self("Dipindahkan", "Carried forward") }
  var preparedBy: String { self("Disusun oleh,", "Prepared by,") }
  var checkedBy: String { self("Diperiksa oleh,", "Checked by,") }
  var copyForMember: String { self("Lembar untuk anggota", "Member’s copy") }
  var copyForBook: String { self("Lembar untuk koperasi", "Cooperative’s copy") }

  /// The number of a page.
  func page(_ page: Int, of pages: Int) -> String {
    self("Halaman \(page) dari \(pages)", "Page \(page) of \(pages)")
  }

  /// What the counter calls its paper.
  func receiptTitle(_ kind: EntryKind, isThroughBank: Bool) -> String {
    switch kind {
    case .deposit: self("SLIP SETORAN", "DEPOSIT SLIP")
    case .withdrawal: self("SLIP PENARIKAN", "WITHDRAWAL SLIP")
    case .cashReceipt where isThroughBank: self("BUKTI BANK MASUK", "BANK RECEIPT VOUCHER")
    case .cashPayment where isThroughBank, .leaverPayment where isThroughBank:
      self("BUKTI BANK KELUAR", "BANK PAYMENT VOUCHER")
    case .cashReceipt: self("BUKTI KAS MASUK", "CASH RECEIPT VOUCHER")
    case .cashPayment, .leaverPayment: self("BUKTI KAS KELUAR", "CASH PAYMENT VOUCHER")
    default: self("BUKTI TRANSAKSI", "RECEIPT")
    }
  }

  /// The deed of the cooperative.
  func legalNumber(_ number: String) -> String {
    self("Badan hukum \(number)", "Legal number \(number)")
  }

  /// A day on a printed page, which cannot be mistaken: `05 Mei 2026`.
  func day(_ date: BookDate) -> String {
    let (year, month, day) = date.components
    let names = self(
      "Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des",
      "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec")
    let name = names.dropFirst(4 * (month - 1)).prefix(3)
    return "\(day < 10 ? "0" : "")\(day) \(name) \(year)"
  }

  /// A month in a table of a printed page: `Mei 2026`.
  func month(_ month: BookMonth) -> String { String(day(month.firstDay).dropFirst(3)) }

  /// A month of a table: ISO text for programs.
  func cell(_ month: BookMonth) -> Cell { .coded(month.description, shown: self.month(month)) }

  /// A decimal number with the mark of the language.
  func decimal(_ text: String) -> String {
    language == .indonesian ? String(text.map { $0 == "." ? "," : $0 }) : text
  }

  /// Up to which event of the chain a report was known, so that it can be printed again.
  func known(_ known: Knowledge) -> String {
    self(
      "Diketahui sampai peristiwa \(known.description)", "As known at event \(known.description)")
  }
}
