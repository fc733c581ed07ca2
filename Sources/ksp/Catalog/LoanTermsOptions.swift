import ArgumentParser
import KSPCore

/// The terms of a loan product as options; what is not given stays as it was.
struct LoanTermsOptions: ParsableArguments {
  @Option(
    name: .also("berlaku"),
    help: .say(
      "Berlaku mulai bulan ini; bawaan bulan terbuka.",
      "In force from this month; default the open month.", .month))
  var effective: String?
  @OptionGroup(title: Headings.plan) var plan: LoanPlanOptions
  @Option(
    name: .also("geser"),
    help: .say(
      "Jatuh tempo pada hari libur: \(words(DueDateShift.Rule.self, .indonesian)).",
      "Due dates on holidays: \(words(DueDateShift.Rule.self)).", Phrase(id: "geser", en: "shift")))
  var shift: String?
  @Option(
    name: .also("terkecil"),
    help: .say("Pinjaman terkecil.", "Smallest loan.", .amount))
  var minimum: String?
  @Option(
    name: .also("terbesar"),
    help: .say("Pinjaman terbesar.", "Largest loan.", .amount))
  var maximum: String?
  @Option(
    name: .also("jangka-terlama"),
    help: .say("Angsuran terbanyak.", "Most installments.", .number))
  var maxTerm: String?
  @Flag(
    exclusivity: .exclusive,
    help: .say("Harus diajukan dan disetujui dulu.", "Has to be applied for and approved."))
  var approval: EitherWay<ApprovalNames>?
  @Option(
    name: .also("potongan"),
    parsing: .singleValue,
    help: .say(
      "Potongan: provisi=1%:4-1110, materai=25000:2-1600 atau wajib=1%:simpanan/wajib; boleh berulang dan mengganti semua yang lama.",
      "Deduction: provisi=1%:4-1110, stamp=25000:2-1600 or wajib=1%:savings/wajib; may be repeated and replaces all there were.",
      Phrase(id: "nama=potongan:tujuan", en: "name=charge:target")))
  var fee: [String] = []
  @Flag(
    name: .also("tanpa-potongan"),
    help: .say("Tanpa potongan.", "No deductions.")) var noFees = false
  @Option(
    name: .also("bayar-di-muka"),
    help: .say(
      "Cara memakai uang yang dibayar di muka: berikutnya, lebih-sedikit, lebih-kecil, jasa-dulu atau simpanan:KODE.",
      "What becomes of money paid ahead: next, fewer, smaller, interest-first or savings:CODE.",
      Phrase(id: "cara", en: "rule")))
  var prepayment: String?
  @Option(
    name: .also("pelunasan"),
    help: .say(
      "Jasa saat pelunasan: tanpa, berjalan, semua atau banyaknya angsuran.",
      "Interest to settle early: none, elapsed, all or a number of installments.",
      Phrase(id: "cara", en: "rule")))
  var settlement: String?
  @Flag(
    exclusivity: .exclusive,
    help: .say(
      "Jasa yang dipotong di muka kembali untuk masa yang belum berjalan, saat pelunasan dipercepat atau bayar di muka.",
      "Interest cut in advance comes back for periods that have not begun, when settled early or paid ahead."
    ))
  var returnAdvance: EitherWay<ReturnAdvanceNames>?
  @Option(
    name: .also("akun-administrasi"),
    help: .say(
      "Akun pendapatan administrasi; bawaan pendapatan administrasi dan denda.",
      "Income account of the administration; default that of fees.", .account))
  var administrationAccount: String?
  @Option(
    name: .also("penalti"),
    help: .say("Penalti pelunasan dari pokok.", "Penalty on the principal.", .percent))
  var penalty: String?
  @Option(
    name: .also("urutan"),
    help: .say(
      "Urutan: denda,jasa,pokok; dengan administrasi: denda,jasa,administrasi,pokok.",
      "Order: late-fee,interest,principal; with administration: late-fee,interest,administration,principal.",
      Phrase(id: "urutan", en: "order")))
  var allocation: String?
  @Option(
    name: .also("pengakuan"),
    help: .say(
      "Pengakuan jasa: \(words(LoanTerms.Recognition.self, .indonesian)).",
      "Income is recognised: \(words(LoanTerms.Recognition.self)).",
      Phrase(id: "saat", en: "moment")))
  var recognition: String?
  @Option(
    name: .also("pengakuan-berhenti"),
    help: .say(
      "Pengakuan berhenti mulai golongan: \(LoanClass.allCases.map(\.code).joined(separator: ", ")) atau tidak-pernah.",
      "Recognition stops from this class on: \(LoanClass.allCases.map(\.code).joined(separator: ", ")) or never.",
      Phrase(id: "golongan", en: "class")))
  var recognitionStops: String?
  @Option(
    name: .also("kolektibilitas"),
    help: .say(
      "Kolektibilitas: \(CollectibilityProfile.all.map(\.code).joined(separator: ", ")).",
      "Classes: \(CollectibilityProfile.all.map(\.code).joined(separator: ", ")).", .code))
  var collectibility: String?
  @Option(
    name: .also("penyisihan"),
    help: .say(
      "Penyisihan: \(ProvisionTable.all.map(\.code).joined(separator: ", ")).",
      "Allowance: \(ProvisionTable.all.map(\.code).joined(separator: ", ")).", .code))
  var provision: String?
  @OptionGroup(title: Headings.lateFee) var late: LateFeeOptions

  /// The month of `--effective`.
  func month() throws -> BookMonth? { try argument(effective, BookMonth.init(parsing:)) }

  /// The terms with everything that was given put in place of what was there; without old ones,
  /// those of a small cooperative from `month` on.
  func apply(to old: LoanTerms?, from month: BookMonth) throws -> LoanTerms {
    let plan = try plan.apply(to: old?.plan)
    var terms = old ?? LoanTerms(effectiveFrom: month, plan: plan)
    terms.effectiveFrom = try self.month() ?? month
    terms.plan = plan
    guard fee.isEmpty || !noFees else {
      throw UsageProblem(
        Phrase(
          id: "--potongan dan --tanpa-potongan tidak bisa bersama.",
          en: "--fee does not go with --no-fees."))
    }
    if noFees || !fee.isEmpty {
      terms.fees = try fee.map { try argument($0, LoanFee.init(parsing:)) }
    }
    terms.lateFee = try late.apply(to: terms.lateFee)
    terms.needsApproval = approval?.isYes ?? terms.needsApproval
    terms.settlement.returnsAdvance = returnAdvance?.isYes ?? terms.settlement.returnsAdvance
    let given: [(LoanTerm, String?)] = [
      (.shift, shift), (.minimum, minimum), (.maximum, maximum), (.maxTerm, maxTerm),
      (.allocation, allocation), (.administrationIncome, administrationAccount),
      (.prepayment, prepayment), (.settlement, settlement), (.penalty, penalty),
      (.recognition, recognition), (.recognitionStops, recognitionStops),
      (.collectibility, collectibility), (.provision, provision),
    ]
    for case (let term, let text?) in given { try argument { try term.set(&terms, text) } }
    // Who names an order names all of it.
    if allocation != nil, terms.plan.administration != .nothing,
      !terms.allocation.contains(.administration)
    {
      throw LedgerError.loanAllocationIncomplete(terms.allocation)
    }
    return terms
  }
}

/// What is charged for paying late, as options.
struct LateFeeOptions: ParsableArguments {
  @Option(
    name: .also("denda"),
    help: .say(
      "Denda: 0,1%/hari:tunggakan atau 5000/hari:angsuran.",
      "Late fee: 0.1%/day:arrears or 5000/day:installment.",
      Phrase(id: "denda/waktu:dasar", en: "charge/period:base")))
  var lateFee: String?
  @Flag(
    name: .also("tanpa-denda"),
    help: .say("Tanpa denda.", "No late fee.")) var noLateFee = false
  @Option(
    name: .also("bebas-denda"),
    help: .say("Hari bebas denda.", "Days that are free.", .number))
  var lateFeeGrace: Int?
  @Option(
    name: .also("batas-denda"),
    help: .say(
      "Denda paling banyak, dari angsurannya.", "Most that is charged, of the installment.",
      .percent))
  var lateFeeCap: String?
  @Flag(
    name: .also("tanpa-batas-denda"),
    help: .say("Tanpa batas denda.", "No limit of the late fee.")) var noLateFeeCap = false

  func apply(to old: LateFeeRule?) throws -> LateFeeRule? {
    let asksForMore =
      lateFee != nil || lateFeeGrace != nil || lateFeeCap != nil || noLateFeeCap
    guard lateFeeCap == nil || !noLateFeeCap else {
      throw UsageProblem(
        Phrase(
          id: "--batas-denda dan --tanpa-batas-denda tidak bisa bersama.",
          en: "--late-fee-cap does not go with --no-late-fee-cap."))
    }
    guard !noLateFee || !asksForMore else {
      throw UsageProblem(
        Phrase(
          id: "--tanpa-denda tidak bisa bersama pilihan denda lain.",
          en: "--no-late-fee does not go with other options of late fees."))
    }
    guard !noLateFee else { return nil }
    var rule =
      try argument(lateFee) { text throws(LedgerError) in
        try LateFeeRule(parsing: text, keeping: old)
      } ?? old
    guard rule != nil || !asksForMore else {
      throw UsageProblem(
        Phrase(id: "Produk ini tanpa denda.", en: "This product charges no late fee."),
        advice: Phrase(id: "Beri juga --denda.", en: "Give --late-fee too."))
    }
    if let lateFeeGrace {
      guard lateFeeGrace >= 0 else {
        throw UsageProblem(
          Phrase(id: "Hari bebas denda tidak bisa negatif.", en: "Free days cannot be negative."))
      }
      rule?.graceDays = lateFeeGrace
    }
    if noLateFeeCap { rule?.cap = nil }
    if let cap = try argument(lateFeeCap, Share.init(parsing:)) { rule?.cap = cap }
    return rule
  }
}

/// Whether loans are approved first.
enum ApprovalNames: EitherWayNames {
  static let english = "approval"
  static let yes = "persetujuan"
  static let no = "tanpa-persetujuan"
}

/// Whether interest cut in advance comes back.
enum ReturnAdvanceNames: EitherWayNames {
  static let english = "return-advance"
  static let yes = "jasa-muka-kembali"
  static let no = "jasa-muka-tetap"
}
