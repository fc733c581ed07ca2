extension Wording {
  /// Below reminders: who is dead gets none.
  func notWritten(_ dead: [(number: MemberNumber, name: String)]) -> [Report.Block] {
    guard !dead.isEmpty else { return [] }
    let names = dead.map { "\($0.number) \($0.name)" }.joined(separator: ", ")
    let heading = self("Sudah meninggal, tidak disurati: ", "Not written to, as they died: ")
    return [.gap, .note(heading + names)]
  }

  var verifyTitle: String { self("PEMERIKSAAN BUKU", "VERIFICATION OF THE BOOK") }
  var check: String { self("Pemeriksaan", "Check") }
  var examined: String { self("Diperiksa", "Examined") }
  var failed: String { self("Gagal", "Failed") }
  var first: String { self("Pertama", "First") }
  var legs: String { self("Ayat jurnal", "Legs") }
  var headHash: String { self("Sidik jari", "Head hash") }
  var allGood: String { self("Semua pemeriksaan lulus.", "Every check passed.") }
  var notGood: String {
    self(
      "ADA YANG SALAH: hentikan pembukuan dan simpan cadangan.",
      "SOMETHING IS WRONG: stop posting and keep a backup.")
  }
  var datedLater: String { self("Sesudah hari ini", "Dated after today") }
  var monthNotOver: String {
    self(
      "Bulan ini belum berakhir saat dihitung; hari terakhirnya memakai saldo saat itu.",
      "The month had not ended when this was computed; its last days count with the balances then.")
  }
  var monthEndTitle: String { self("TUTUP BULAN", "MONTH END") }
  var month: String { self("Bulan", "Month") }
  var outcome: String { self("Keadaan", "Outcome") }
  var closedAt: String { self("Ditutup", "Closed") }
  var product: String { self("Produk", "Product") }
  var accounts: String { self("Rekening", "Accounts") }
  var quantity: String { self("Banyak", "Number") }
  var paid: String { self("Dapat jasa", "Paid") }
  var gross: String { self("Jasa bruto", "Gross") }
  var tax: String { self("PPh", "Tax") }
  var net: String { self("Jasa neto", "Net") }
  var slips: String { self("Bukti potong", "Withholding slips") }
  var taxCode: String { self("Kode", "Code") }
  var slipCorrected: String { self("dibetulkan", "corrected") }
  func slipClaimed(_ amount: Rupiah) -> String {
    self(
      "\(amount.formatted) belum dipotong, menjadi piutang",
      "\(amount.formatted) not withheld, claimed from the member")
  }
  func slipRecovered(_ amount: Rupiah) -> String {
    self(
      "\(amount.formatted) dipotong untuk piutang bulan lalu",
      "\(amount.formatted) withheld for earlier claims")
  }
  var nationalID: String { self("NIK/NPWP", "National/tax ID") }
  var membersTitle: String { self("DAFTAR ANGGOTA", "MEMBERS") }
  var memberTitle: String { self("ANGGOTA", "MEMBER") }
  var number: String { self("Nomor", "Number") }
  var joined: String { self("Masuk", "Joined") }
  var left: String { self("Keluar", "Left") }
  var savings: String { self("Simpanan", "Savings") }
  var kind: String { self("Jenis", "Kind") }
  var address: String { self("Alamat", "Address") }
  var phone: String { self("Telepon", "Telephone") }
  var closedOn: String { self("Ditutup", "Closed") }
  var chartTitle: String { self("BAGAN AKUN", "CHART OF ACCOUNTS") }
  var type: String { self("Golongan", "Class") }
  var productsTitle: String { self("PRODUK SIMPANAN", "SAVINGS PRODUCTS") }
  var from: String { self("Berlaku sejak", "In force from") }
  var controlAccount: String { self("Akun induk", "Control account") }
  var withdrawable: String { self("Dapat ditarik", "Withdrawable") }
  var windows: String { self("Masa penarikan", "Withdrawal windows") }
  var minimumDeposit: String { self("Setoran minimum", "Minimum deposit") }
  var minimumBalance: String { self("Saldo minimum", "Minimum balance") }
  var monthlyDue: String { self("Iuran bulanan", "Monthly due") }
  var interest: String { self("Jasa", "Interest") }
  var creditedTo: String { self("Jasa masuk ke", "Credited to") }
  var yes: String { self("ya", "yes") }
  var no: String { self("tidak", "no") }
  var none: String { self("tidak ada", "none") }
  var never: String { self("belum pernah", "never") }
  var statusTitle: String { self("KEADAAN BUKU", "STATUS OF THE BOOK") }
  var cooperative: String { self("Koperasi", "Cooperative") }
  var members: String { self("Anggota", "Members") }
  var lastBookDate: String { self("Tanggal terakhir", "Last book date") }
  var openMonth: String { self("Bulan terbuka", "Open month") }
  var cash: String { self("Kas", "Cash") }
  var openingDifference: String { self("Selisih saldo awal", "Opening difference") }
  var lastBackup: String { self("Cadangan terakhir", "Last backup") }
  var importTitle: String { self("IMPOR", "IMPORT") }
  var controlTotal: String { self("Jumlah kontrol", "Control total") }
  var rowCount: String { self("Baris", "Rows") }

  func importTotal(_ kind: ImportReport.Total.Kind) -> String {
    switch kind {
    case .deposit: self("Setoran", "Deposits")
    case .withdrawal: self("Penarikan", "Withdrawals")
    case .interest: self("Jasa", "Interest")
    case .fee: self("Biaya", "Fees")
    case .savings: self("Simpanan", "Savings")
    case .debit: self("Debet", "Debit")
    case .credit: self("Kredit", "Credit")
    case .outstanding: outstanding
    case .interestArrears: interestOverdue
    case .lateFee: lateFee
    case .termDeposits: self("Berjangka", "Term deposits")
    case .plannedSavings: self("Berencana", "Planned savings")
    }
  }
  var file: String { self("Berkas", "File") }
  var rows: String { self("Baris dibaca", "Rows read") }
  var stored: String { self("Disimpan", "Stored") }
  var alreadyStored: String { self("Sudah ada", "Already stored") }
  var simulationTitle: String { self("SIMULASI JASA SIMPANAN", "INTEREST SIMULATION") }
  var explainTitle: String { self("PERHITUNGAN JASA SIMPANAN", "INTEREST EXPLAINED") }
  var days: String { self("Hari", "Days") }
  var rate: String { self("Tingkat jasa", "Rate") }
  var sum: String { self("Jumlah sebelum pembulatan", "Before rounding") }
  var rounding: String { self("Pembulatan", "Rounding") }
  var noInterest: String {
    self(
      "Produk ini tidak memberi jasa pada bulan ini.",
      "The product paid no interest in this month.")
  }
  var taxTitle: String { self("Pajak anggota (PPh)", "The member's tax") }
  var taxRate: String { self("Tarif pajak", "Tax rate") }
  var threshold: String { self("Batas bebas pajak", "Tax-free up to") }
  var monthlyGross: String { self("Jasa bruto sebulan", "Gross of the month") }
  var monthlyTax: String { self("Pajak sebulan", "Tax of the month") }
  var withheldBefore: String { self("Sudah dipotong", "Withheld before") }
  var fundTax: String { self("Dari saldo rekening", "From the balance") }
  var taxClaimed: String { self("Menjadi piutang", "Claimed") }
  var taxRecovered: String { self("Piutang tertagih", "Claims recovered") }
  var interestCorrections: String { self("Koreksi jasa", "Corrections") }
  var correctionTitle: String { self("KOREKSI JASA", "INTEREST CORRECTED") }
  var interestPaid: String { self("Jasa sudah dibayar", "Interest paid") }
  var rightInterest: String { self("Seharusnya", "By value date") }
  var oldWorking: String { self("Hitungan lama", "Old working") }
  var newWorking: String {
    self("Hitungan baru menurut tanggal valuta", "New working by value date")
  }
  var difference: String { self("Selisih", "Difference") }
  var taxedIn: String { self("Dipajaki bulan", "Taxed in") }
  var slipGross: String { self("Bruto bukti potong", "Gross on the slip") }
  var slipTax: String { self("Pajak bukti potong", "Tax on the slip") }
  var taxTaken: String { self("Pajak dipotong", "Tax withheld") }
  var taxReturned: String { self("Pajak kembali", "Tax returned") }
  var netToMember: String { self("Masuk simpanan", "Into savings") }
  var interestReceived: String { self("Jasa lain", "Other interest") }
  var taxRulesTitle: String { self("ATURAN PAJAK JASA", "RULES OF THE TAX ON INTEREST") }
  var effectiveFrom: String { self("Mulai", "From") }
  var taxArticle: String { self("Pasal", "Article") }
  var withoutTaxNumber: String { self("tanpa NPWP dua kali", "twice without a tax number") }
  var accountTax: String { self("Bagian rekening ini", "This account's part") }
  var recomputed: String { self("Dihitung ulang", "Recomputed") }
  var posted: String { self("Dibukukan", "Posted") }
  var notPosted: String { self("tidak ada jurnal", "nothing posted") }
  var notClosed: String {
    self(
      "Bulan ini belum ditutup; belum ada jasa yang dibukukan.",
      "The month is not closed; no interest is posted yet.")
  }
  var agrees: String {
    self(
      "COCOK: yang dibukukan sama dengan hitungan ulang.",
      "AGREES: what was posted is what was recomputed.")
  }
  var disagrees: String {
    self(
      "TIDAK COCOK: yang dibukukan berbeda dari hitungan ulang.",
      "DISAGREES: what was posted differs from what was recomputed.")
  }
  var taxAllOfIt: String {
    self(
      "Di atas batas itu, pajak dihitung dari seluruh jasa bruto sebulan.",
      "Above that limit, the tax is on the whole gross of the month.")
  }
  /// What an error begins with: what was typed is wrong, or what was asked could not be done.
  func error(isTyped: Bool) -> String { self(isTyped ? "Salah" : "Gagal", "error") }
  var hint: String { self("petunjuk", "hint") }

  /// What is said after the last of many errors that is shown.
  func andMore(_ count: Int) -> String { self("… dan \(count) lagi", "… and \(count) more") }

  /// The name of a class of accounts.
  func type(_ type: AccountType) -> String {
    switch type {
    case .asset: self("Aset", "Asset")
    case .liability: self("Kewajiban", "Liability")
    case .equity: self("Ekuitas", "Equity")
    case .income: self("Pendapatan", "Income")
    case .expense: self("Beban", "Expense")
    }
  }

  /// A person or an organisation.
  func kind(_ kind: Member.Kind) -> String {
    switch kind {
    case .individual: self("Perorangan", "Person")
    case .organization: self("Badan", "Organisation")
    }
  }

  /// What became of a month end.
  func outcome(_ outcome: MonthEndReport.Outcome) -> String {
    switch outcome {
    case .open: self("Belum ditutup", "Not closed yet")
    case .preview: self("PRATINJAU – tidak ada yang disimpan", "PREVIEW – nothing was stored")
    case .done: self("Bulan ditutup", "The month is closed")
    case .alreadyDone:
      self("Sudah ditutup sebelumnya", "Had been closed before; nothing was stored now")
    }
  }

  /// A rate as people say it: `3% per tahun`.
  func rate(_ rate: Rate) -> String { self(rate.inWords) }

  /// Days in words: `1 s.d. 31 Januari 2026`, and one day alone as `Kamis, 1 Januari 2026`.
  func days(_ period: BookPeriod) -> String {
    let (first, last) = (period.first, period.last)
    guard first != last else { return self(first.inWords) }
    let begin = first.month == last.month ? "\(first.components.day)" : dayInWords(first)
    return "\(begin) \(through) \(dayInWords(last))"
  }
}
