extension Wording {
  var planTitle: String { self("SIMULASI PINJAMAN", "LOAN SIMULATION") }
  var principal: String { self("Pokok", "Principal") }
  var installment: String { self("Angsuran", "Installment") }
  var due: String { self("Jatuh tempo", "Due") }
  var ordinal: String { self("Ke", "No.") }
  var method: String { self("Cara", "Method") }
  var dayCount: String { self("Hitungan hari", "Day count") }
  var disbursedOn: String { self("Tanggal cair", "Paid out on") }
  var totalInterest: String { self("Jumlah jasa", "Interest in all") }
  var inAdvance: String { self("Jasa di muka", "Interest in advance") }
  var received: String { self("Diterima", "Received") }
  var effectiveRate: String { self("Tingkat efektif setahun", "Effective yearly rate") }

  /// What a loan really costs in a year; the decimal sign follows the language.
  func effective(_ rate: EffectiveRate) -> String? {
    rate.yearlyPercentText.map { text in
      self(String(text.map { $0 == "." ? "," : $0 }), text) + "%"
    }
  }
}

extension Wording {
  var loan: String { self("Pinjaman", "Loan") }
  var loanReceiptTitle: String { self("KUITANSI ANGSURAN", "LOAN PAYMENT RECEIPT") }
  var settles: String { self("Untuk pembayaran", "In payment of") }
  var penalty: String { self("Penalti", "Penalty") }
  var lateFee: String { self("Denda", "Late fee") }
  var administration: String { self("Administrasi", "Admin. fee") }
  var administrationShort: String { self("Adm.", "Admin.") }
  var administrationOverdue: String { self("Adm. terlambat", "Admin. late") }
  var advanceReturned: String { self("Jasa di muka kembali", "Interest returned") }
  var intoSavings: String { self("Masuk simpanan", "Into savings") }
  var outstanding: String { self("Sisa pokok", "Principal owed") }
  var nextInstallment: String { self("Angsuran berikut", "Next installment") }
  var cardTitle: String { self("KARTU PINJAMAN", "LOAN CARD") }
  var term: String { self("Jangka waktu", "Term") }
  var status: String { self("Status", "Status") }
  var loanClass: String { self("Kolektibilitas", "Class") }
  var classKept: String { self("Kelas dipertahankan", "Class kept") }
  var classGivenUp: String { self("Pulih, penyisihan lepas", "Cured, allowance freed") }
  var incomeWaits: String { self("Pengakuan berhenti", "Recognition stopped") }
  var keptClass: String { self("Dipertahankan", "Kept") }

  /// A class that is kept: `Macet sejak 31 Mei 2026, 1 dari 3 angsuran tepat waktu`.
  func kept(_ kept: LoanGrade.Kept) -> String {
    let name = self(kept.loanClass.name)
    return self(
      "\(name) sejak \(dayInWords(kept.since)), \(kept.onTime) dari \(kept.needed) angsuran tepat waktu",
      "\(name) since \(dayInWords(kept.since)), \(kept.onTime) of \(kept.needed) installments on time"
    )
  }
  var daysPastDue: String { self("Hari tunggakan", "Days past due") }
  var daysLate: String { self("Hari", "Days") }
  var arrears: String { self("Tunggakan", "Arrears") }
  var principalOverdue: String { self("Pokok tertunggak", "Principal overdue") }
  var interestOverdue: String { self("Jasa tertunggak", "Interest overdue") }
  var dueToday: String { self("Jatuh tempo hari ini", "Due on this day") }
  var paidBefore: String { self("Saldo awal", "Opening balance") }
  var claim: String { self("Klaim hapus buku", "Claim written off") }
  var recovered: String { self("Sudah kembali", "Recovered") }
  var claimLeft: String { self("Sisa klaim", "Claim left") }
  var unpaid: String { self("Belum dibayar", "Unpaid") }
  var planHeading: String { self("Rencana angsuran", "Plan") }
  var paymentsHeading: String { self("Pembayaran", "Payments") }
  var planVersion: String { self("Rencana", "Plan") }
  var reconciliation: String { self("Rencana, dibayar, sisa", "Plan, paid, owed") }
  var byPlan: String { self("Menurut rencana", "By the plan") }
  var paidOnLoan: String { self("Dibayar", "Paid") }
  var waived: String { self("Keringanan", "Waived") }
  var notClaimed: String { self("Tidak ditagih lagi", "No longer claimed") }
  var owed: String { self("Sisa", "Owed") }
  var cardDisagrees: String {
    self(
      "TIDAK COCOK: yang dibayar dan sisa tidak sama dengan rencana; lihat penjelasannya.",
      "DISAGREES: what was paid and is owed is not what the plan says; see how it came about.")
  }
  var reallocationsHeading: String { self("Alokasi ulang", "Reallocations") }
  var ofPayment: String { self("Angsuran", "Payment") }
  var changedSince: String { self("Alokasi berubah", "Reallocated since") }
  var changesLater: String { self("Mengubah", "Changes") }

  /// A payment that settles something else: `JU-000012 25 Maret 2026 (JU-000015)`.
  func reallocation(_ change: LoanReallocation) -> String {
    "\(change.payment) \(dayInWords(change.paidOn)) (\(change.entry))"
  }
  var stepsHeading: String { self("Riwayat", "History") }
  var collateralHeading: String { self("Agunan", "Collateral") }
  var collateralValue: String { self("Nilai", "Value") }
  var guarantors: String { self("Penjamin", "Guarantors") }
  var guaranteed: String { self("Dijamin", "Vouched for") }
  var ownLoans: String { self("Pinjaman sendiri", "Own loans") }
  var collateralTaken: String { self("TANDA TERIMA AGUNAN", "RECEIPT FOR COLLATERAL") }
  var collateralReturned: String {
    self("PENGEMBALIAN AGUNAN", "COLLATERAL GIVEN BACK")
  }
  var collateralLeft: String { self("Agunan yang masih dipegang", "Collateral still held") }
  var noCollateralLeft: String {
    self("Tidak ada agunan lagi.", "Nothing is held any more.")
  }
  var holidaysTitle: String { self("HARI LIBUR", "HOLIDAYS") }
  var sundaysToo: String {
    self("Hari Minggu selalu libur.", "Sundays are always free.")
  }
  var step: String { self("Langkah", "Step") }
  var loansTitle: String { self("DAFTAR PINJAMAN", "LOANS") }
  var ageing: String { self("Umur tunggakan", "Age of arrears") }
  var loanCount: String { self("Pinjaman", "Loans") }
  var allowance: String { self("Penyisihan", "Allowance") }
  var nominativeTitle: String { self("DAFTAR NOMINATIF PINJAMAN", "NOMINATIVE LIST OF LOANS") }
  var ledgerBalance: String { self("Menurut buku besar", "By the ledger") }
  var byLoans: String { self("Menurut pinjaman", "By the loans") }
  var bookedAllowance: String { self("Dibukukan", "Booked") }
  var allowanceMoves: String {
    self(
      "Tutup bulan hanya membukukan perubahan daftar ini.",
      "The end of a month books only what changes in this list.")
  }
  var controlsAgree: String {
    self(
      "COCOK: jumlah pinjaman sama dengan buku besar.",
      "AGREES: the loans add up to what the ledger says.")
  }
  var controlsDisagree: String {
    self(
      "TIDAK COCOK: jumlah pinjaman berbeda dari buku besar.",
      "DISAGREES: the loans do not add up to what the ledger says.")
  }
  var collectibilityTitle: String { self("KOLEKTIBILITAS PINJAMAN", "COLLECTIBILITY OF LOANS") }
  var dueTitle: String { self("DAFTAR TAGIHAN", "INSTALLMENTS DUE") }
  var quoteTitle: String { self("PERHITUNGAN PELUNASAN", "SETTLEMENT QUOTE") }
  var toPay: String { self("Harus dibayar", "To be paid") }
  var listTitle: String { self("DAFTAR ANGSURAN", "LIST OF LOAN PAYMENTS") }
  var payrollTitle: String { self("DAFTAR POTONG GAJI", "PAYROLL LIST") }
  var loanProductsTitle: String { self("PRODUK PINJAMAN", "LOAN PRODUCTS") }
  var fee: String { self("Potongan", "Deduction") }
  var prepayment: String { self("Bayar di muka", "Paid ahead") }
  var loanIncome: String { self("Pendapatan", "Income") }
  var provisionChange: String { self("Perubahan penyisihan", "Change of the allowance") }

  /// What a payment settled: `Jasa angsuran ke-3`.
  package func part(_ part: RepaymentSplit.Part) -> String {
    let name = component(part.component)
    return part.installment == 0
      ? name
      : name + self(" angsuran ke-", " of installment ")
        + String(part.installment)
  }

  /// A component of a payment.
  func component(_ component: LoanComponent) -> String {
    switch component {
    case .lateFee: lateFee
    case .administration: administration
    case .interest: interest
    case .principal: principal
    }
  }

  /// A step in the life of a loan.
  func step(_ kind: Loan.Step) -> String {
    switch kind {
    case .applied: self("Diajukan", "Applied for")
    case .approved: self("Disetujui", "Approved")
    case .rejected: self("Ditolak", "Rejected")
    case .changed: self("Diubah", "Changed")
    case .withdrawn: self("Dicabut", "Withdrawn")
    case .disbursed: self("Dicairkan", "Paid out")
    case .opening: self("Saldo awal", "Opening balance")
    case .rescheduled: self("Dijadwal ulang", "Rescheduled")
    case .settled: self("Dilunasi", "Settled")
    case .writtenOff: self("Dihapus buku", "Written off")
    case .recovered: self("Diterima kembali", "Recovered")
    case .waived: self("Keringanan", "Waived")
    case .secured: self("Agunan diterima", "Secured")
    case .released: self("Agunan kembali", "Released")
    }
  }

  /// What secures a loan.
  func collateral(_ kind: Collateral.Kind) -> String {
    switch kind {
    case .deposit: self("Simpanan", "Savings")
    case .mortgage: self("Hak tanggungan", "Mortgage")
    case .land: self("Tanah", "Land")
    case .vehicle: self("Kendaraan", "Vehicle")
    case .other: self("Lainnya", "Other")
    }
  }
}
