extension FieldWords {
  /// The words of columns: by table and column where several tables have a column of the name.
  package static let values: [String: [String: Phrase]] = {
    var values = words
    values["roundingMode"] = Rounding.Mode.names
    for column in LoanTerm.columns where !column.words.isEmpty {
      values[column.isCommon ? column.name : "loanTerms.\(column.name)"] = column.words
    }
    values["account.type"] = Dictionary(
      uniqueKeysWithValues: AccountType.allCases.map { ($0.rawValue, $0.name) })
    values["collectibility"] = Dictionary(
      uniqueKeysWithValues: CollectibilityProfile.all.map { ($0.code, $0.name) })
    values["provision"] = Dictionary(
      uniqueKeysWithValues: ProvisionTable.all.map { ($0.code, $0.name) })
    values["outcome"] = OrderOutcome.names
    values["standingOrder.purpose"] = StandingOrder.Purpose.names
    values["holdKind"] = SavingsHold.Kind.names
    values["entry.kind"] = Dictionary(
      uniqueKeysWithValues: EntryKind.allCases.map { ($0.rawValue, $0.name) })
    return values
  }()

  private static let standings = Dictionary(
    uniqueKeysWithValues: Member.Standing.allCases.map { ($0.rawValue, $0.name) })

  private static let words: [String: [String: Phrase]] = [
    "member.kind": [
      "individual": Phrase(id: "perorangan", en: "person"),
      "organization": Phrase(id: "badan", en: "organisation"),
    ],
    "memberKind": [
      "individual": Phrase(id: "perorangan", en: "person"),
      "organization": Phrase(id: "badan", en: "organisation"),
      "prospective": Phrase(id: "calon atau bukan anggota", en: "prospective or no member"),
    ],
    "taxClaim.way": [
      "paid": Phrase(id: "dibayar", en: "paid"), "forgiven": Phrase(id: "dihapus", en: "forgiven"),
    ],
    "dueAmount.memberKind": [
      "individual": Phrase(id: "perorangan", en: "person"),
      "organization": Phrase(id: "badan", en: "organisation"),
    ].merging(standings) { own, _ in own },
    "memberKind.kind": [
      "individual": Phrase(id: "perorangan", en: "person"),
      "organization": Phrase(id: "badan", en: "organisation"),
    ],
    "payer": Dictionary(
      uniqueKeysWithValues: TaxPayer.allCases.map { ($0.rawValue, $0.name) }),
    "leavingInterest": SavingsTerms.LeavingInterest.names,
    "article": [
      "pph-4-2": Phrase(id: "PPh 4(2)", en: "PPh 4(2)"),
      "pph-23": Phrase(id: "PPh 23", en: "PPh 23"),
      "pph-21": Phrase(id: "PPh 21", en: "PPh 21"),
      "pph-badan": Phrase(id: "PPh badan", en: "corporate tax"),
    ],
    "lapsedBasis": [
      "year": Phrase(id: "per tahun", en: "a year"),
      "month": Phrase(id: "per bulan", en: "a month"),
    ],
    "corporateTaxRule.basis": Dictionary(
      uniqueKeysWithValues: CorporateTaxRule.Basis.allCases.map { ($0.rawValue, $0.name) }),
    "shuDecision.capitalBase": Dictionary(
      uniqueKeysWithValues: ShuBaseRules.Capital.allCases.map { ($0.rawValue, $0.name) }),
    "shuDecision.activityBase": Dictionary(
      uniqueKeysWithValues: ShuBaseRules.Activity.allCases.map { ($0.rawValue, $0.name) }),
    "shuPoint.source": Dictionary(
      uniqueKeysWithValues: ShuPointRule.Source.allCases.map { ($0.rawValue, $0.name) }),
    "usedFor": Dictionary(
      uniqueKeysWithValues: ShuPayment.Use.allCases.map { ($0.rawValue, $0.name) }),
    "gender": [
      "female": Phrase(id: "perempuan", en: "female"),
      "male": Phrase(id: "laki-laki", en: "male"),
    ],
    "membership.kind": standings,
    "standing": standings.merging(["all": Phrase(id: "semua", en: "all")]) { own, _ in own },
    "savingsProduct.kind": [
      "pokok": Phrase(id: "pokok", en: "pokok"),
      "wajib": Phrase(id: "wajib", en: "wajib"),
      "sukarela": Phrase(id: "sukarela", en: "sukarela"),
      "berjangka": Phrase(id: "berjangka", en: "term deposit"),
    ],
    "payout": TermPayout.names,
    "rollOver": TermRollOver.names,
    "depositDayCount": TermDayCount.names,
    "interestMethod": InterestTerms.Method.names,
    "roundingMoment": InterestTerms.RoundingMoment.names,
    "feeRecognition": LoanFee.Earning.names,
    "creditingInterval": InterestCrediting.Interval.names,
    "belowLeast": InterestCrediting.BelowLeast.names,
    "part": [
      "principal": Phrase(id: "pokok", en: "principal"),
      "interest": Phrase(id: "jasa", en: "interest"),
      "late-fee": Phrase(id: "denda", en: "late fee"),
      "administration": Phrase(id: "administrasi", en: "administration"),
    ],
    "loanStep.kind": [
      "applied": Phrase(id: "diajukan", en: "applied for"),
      "approved": Phrase(id: "disetujui", en: "approved"),
      "rejected": Phrase(id: "ditolak", en: "rejected"),
      "changed": Phrase(id: "diubah", en: "changed"),
      "withdrawn": Phrase(id: "dicabut", en: "withdrawn"),
      "disbursed": Phrase(id: "dicairkan", en: "paid out"),
      "opening": Phrase(id: "saldo awal", en: "opening balance"),
      "rescheduled": Phrase(id: "dijadwal ulang", en: "rescheduled"),
      "settled": Phrase(id: "dilunasi", en: "settled"),
      "written-off": Phrase(id: "dihapus buku", en: "written off"),
      "recovered": Phrase(id: "diterima kembali", en: "recovered"),
      "waived": Phrase(id: "keringanan", en: "waived"),
      "secured": Phrase(id: "agunan diterima", en: "secured"),
      "released": Phrase(id: "agunan dikembalikan", en: "released"),
    ],
    "loanCollateral.kind": [
      "deposit": Phrase(id: "simpanan", en: "savings"),
      "mortgage": Phrase(id: "hak tanggungan", en: "mortgage"),
      "land": Phrase(id: "tanah", en: "land"),
      "vehicle": Phrase(id: "kendaraan", en: "vehicle"),
      "other": Phrase(id: "lainnya", en: "other"),
    ],
    "monthFinding.finding": Dictionary(
      uniqueKeysWithValues: MonthFinding.Kind.allCases.map { ($0.rawValue, $0.name) }),
    "monthEvidence.part": [
      "closingBalance": Phrase(id: "saldo penutup", en: "closing balances"),
      "savingsInterest": Phrase(id: "jasa simpanan", en: "interest of savings"),
      "withholdingSlip": Phrase(id: "bukti potong", en: "withholding slips"),
      "loanMonth": Phrase(id: "pinjaman", en: "loans"),
      "loanFeeMonth": Phrase(id: "provisi pinjaman", en: "loan fees"),
      "assetMonth": Phrase(id: "penyusutan aset", en: "depreciation of assets"),
      "interestAccrual": Phrase(id: "akrual jasa", en: "accrued interest"),
      "waitingInterest": Phrase(id: "jasa yang menunggu", en: "waiting interest"),
      "corporateTaxMonth": Phrase(id: "PPh badan", en: "corporate tax"),
    ],
    "till.kind": Till.Kind.names,
    "occasion": [
      "open": Phrase(id: "buka", en: "opened"), "count": Phrase(id: "opname", en: "counted"),
      "close": Phrase(id: "tutup", en: "closed"),
    ],
    "role": Dictionary(
      uniqueKeysWithValues: AccountRole.allCases.map { ($0.rawValue, $0.name) }),
  ]
}
