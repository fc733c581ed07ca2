extension FieldWords {
  /// The words of columns: by table and column where several tables have a column of the name.
  package static let values: [String: [String: Phrase]] = {
    var values = words
    let modes = Dictionary(
      uniqueKeysWithValues: Rounding.Mode.allCases.map { ($0.rawValue, $0.name) })
    for column in ["roundingMode", "interestRoundingMode", "installmentRoundingMode"] {
      values[column] = modes
    }
    values["account.type"] = Dictionary(
      uniqueKeysWithValues: AccountType.allCases.map { ($0.rawValue, $0.name) })
    values["collectibility"] = Dictionary(
      uniqueKeysWithValues: CollectibilityProfile.all.map { ($0.code, $0.name) })
    values["provision"] = Dictionary(
      uniqueKeysWithValues: ProvisionTable.all.map { ($0.code, $0.name) })
    let classes = Dictionary(
      uniqueKeysWithValues: LoanClass.allCases.map { (String($0.rawValue), $0.name) })
    values["recognitionStops"] = classes
    values["entry.kind"] = Dictionary(
      uniqueKeysWithValues: EntryKind.allCases.map { ($0.rawValue, $0.name) })
    return values
  }()

  private static let words: [String: [String: Phrase]] = [
    "member.kind": [
      "individual": Phrase("perorangan", "person"),
      "organization": Phrase("badan", "organisation"),
    ],
    "memberKind": [
      "individual": Phrase("perorangan", "person"),
      "organization": Phrase("badan", "organisation"),
      "prospective": Phrase("calon atau bukan anggota", "prospective or no member"),
    ],
    "taxClaim.way": [
      "paid": Phrase("dibayar", "paid"), "forgiven": Phrase("dihapus", "forgiven"),
    ],
    "memberKind.kind": [
      "individual": Phrase("perorangan", "person"),
      "organization": Phrase("badan", "organisation"),
    ],
    "payer": Dictionary(
      uniqueKeysWithValues: TaxPayer.allCases.map { ($0.rawValue, $0.name) }),
    "leavingInterest": [
      "none": Phrase("tidak ada", "none"),
      "day-before": Phrase("sampai sehari sebelumnya", "to the day before"),
    ],
    "article": [
      "pph-4-2": Phrase("PPh 4(2)", "PPh 4(2)"),
      "pph-23": Phrase("PPh 23", "PPh 23"),
    ],
    "gender": [
      "female": Phrase("perempuan", "female"),
      "male": Phrase("laki-laki", "male"),
    ],
    "membership.kind": [
      "prospective": Phrase("calon anggota", "prospective member"),
      "member": Phrase("anggota", "member"),
      "honorary": Phrase("anggota luar biasa", "honorary member"),
    ],
    "savingsProduct.kind": [
      "pokok": Phrase("pokok", "pokok"),
      "wajib": Phrase("wajib", "wajib"),
      "sukarela": Phrase("sukarela", "sukarela"),
    ],
    "interestMethod": [
      "daily": Phrase("saldo harian", "daily balance"),
      "lowest": Phrase("saldo terendah", "lowest balance"),
      "average": Phrase("saldo rata-rata", "average balance"),
      "mean": Phrase("rata-rata saldo tanpa bobot hari", "unweighted mean balance"),
    ],
    "rateBasis": [
      "year": Phrase("per tahun", "per year"),
      "month": Phrase("per bulan", "per month"),
    ],
    "roundingMoment": [
      "posting": Phrase("saat dibukukan", "when posted"),
      "each-day": Phrase("tiap hari", "each day"),
    ],
    "method": [
      "flat": Phrase("flat", "flat"),
      "declining": Phrase("menurun", "declining"),
      "annuity": Phrase("anuitas", "annuity"),
      "bullet": Phrase("musiman (pokok di akhir)", "bullet (principal at the end)"),
      "fixed-price": Phrase("harga tetap", "fixed price"),
    ],
    "loanTerms.unit": [
      "month": Phrase("bulan", "month"),
      "week": Phrase("minggu", "week"),
      "day": Phrase("hari", "day"),
    ],
    "interestDue": [
      "each": Phrase("setiap angsuran", "with each installment"),
      "end": Phrase("di akhir", "at the end"),
      "advance": Phrase("di muka", "in advance"),
    ],
    "shift": [
      "none": Phrase("tidak digeser", "not shifted"),
      "next": Phrase("ke hari kerja berikutnya", "to the next working day"),
      "previous": Phrase("ke hari kerja sebelumnya", "to the previous working day"),
    ],
    "lateFeeBase": [
      "installment": Phrase("angsuran", "installment"),
      "arrears": Phrase("tunggakan", "arrears"),
      "outstanding": Phrase("sisa pokok", "principal owed"),
    ],
    "lateFeePeriod": [
      "day": Phrase("per hari", "per day"),
      "month": Phrase("per bulan", "per month"),
    ],
    "allocation": [
      "late-fee": Phrase("denda", "late fee"),
      "interest": Phrase("jasa", "interest"),
      "administration": Phrase("administrasi", "administration"),
      "principal": Phrase("pokok", "principal"),
    ],
    "part": [
      "principal": Phrase("pokok", "principal"),
      "interest": Phrase("jasa", "interest"),
      "late-fee": Phrase("denda", "late fee"),
      "administration": Phrase("administrasi", "administration"),
    ],
    "prepayment": [
      "next": Phrase("untuk angsuran berikutnya", "for the next installments"),
      "fewer": Phrase("angsuran makin sedikit", "fewer installments"),
      "smaller": Phrase("angsuran makin kecil", "smaller installments"),
      "interest-first": Phrase(
        "jasa sampai hari itu, lalu pokok, angsuran tetap",
        "interest to date, then principal, same installment"),
      "savings": Phrase("masuk simpanan", "into savings"),
    ],
    "settlementInterest": [
      "none": Phrase("tidak ada", "none"),
      "elapsed": Phrase("hari yang sudah lewat", "of the days that have passed"),
      "installments": Phrase("sekian angsuran", "of so many installments"),
      "all": Phrase("semua", "all"),
    ],
    "recognition": Dictionary(
      uniqueKeysWithValues: LoanTerms.Recognition.allCases.map { ($0.rawValue, $0.name) }),
    "loanStep.kind": [
      "applied": Phrase("diajukan", "applied for"),
      "approved": Phrase("disetujui", "approved"),
      "rejected": Phrase("ditolak", "rejected"),
      "changed": Phrase("diubah", "changed"),
      "withdrawn": Phrase("dicabut", "withdrawn"),
      "disbursed": Phrase("dicairkan", "paid out"),
      "opening": Phrase("saldo awal", "opening balance"),
      "rescheduled": Phrase("dijadwal ulang", "rescheduled"),
      "settled": Phrase("dilunasi", "settled"),
      "written-off": Phrase("dihapus buku", "written off"),
      "recovered": Phrase("diterima kembali", "recovered"),
      "waived": Phrase("keringanan", "waived"),
      "secured": Phrase("agunan diterima", "secured"),
      "released": Phrase("agunan dikembalikan", "released"),
    ],
    "loanCollateral.kind": [
      "deposit": Phrase("simpanan", "savings"),
      "mortgage": Phrase("hak tanggungan", "mortgage"),
      "land": Phrase("tanah", "land"),
      "vehicle": Phrase("kendaraan", "vehicle"),
      "other": Phrase("lainnya", "other"),
    ],
    "monthEvidence.part": [
      "closingBalance": Phrase("saldo penutup", "closing balances"),
      "savingsInterest": Phrase("jasa simpanan", "interest of savings"),
      "withholdingSlip": Phrase("bukti potong", "withholding slips"),
      "loanMonth": Phrase("pinjaman", "loans"),
    ],
    "role": [
      "cash": Phrase("kas", "cash"),
      "till": Phrase("kas teller", "till"),
      "opening": Phrase("saldo awal", "opening balances"),
      "entrance-fee": Phrase("uang pangkal", "entrance fee"),
      "fee": Phrase("biaya anggota", "fees of members"),
      "interest-expense": Phrase("beban jasa simpanan", "interest expense"),
      "tax-final": Phrase("utang PPh pasal 4(2)", "final tax withheld"),
      "tax-organization": Phrase("utang PPh 23", "tax withheld from organisations"),
      "tax-receivable": Phrase("piutang PPh anggota", "tax receivable from members"),
      "tax-overpaid": Phrase("lebih potong PPh", "tax overpaid"),
      "leave-deduction": Phrase("bagian yang ditahan", "part kept back"),
      "control-pokok": Phrase("induk simpanan pokok", "control of pokok"),
      "control-wajib": Phrase("induk simpanan wajib", "control of wajib"),
      "control-sukarela": Phrase("induk simpanan sukarela", "control of sukarela"),
      "control-loan": Phrase("induk pinjaman", "control of loans"),
      "control-loan-interest": Phrase("induk jasa pinjaman", "control of loan interest"),
      "control-late-fee": Phrase("induk denda", "control of late fees"),
      "loan-interest": Phrase("pendapatan jasa pinjaman", "loan interest"),
      "late-fee": Phrase("pendapatan denda", "late fees"),
      "unearned-interest": Phrase("jasa belum hak", "unearned interest"),
      "loan-allowance": Phrase("penyisihan pinjaman", "allowance for loans"),
      "loan-loss": Phrase("beban penyisihan", "loan losses"),
      "loan-recovery": Phrase("penerimaan hapus buku", "recovery of loans"),
      "participation": Phrase("modal penyertaan", "participation"),
    ],
  ]
}
