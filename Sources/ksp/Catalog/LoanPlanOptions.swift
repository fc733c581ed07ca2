import ArgumentParser
import KSPCore

/// How a loan is repaid; what is not given stays as it was.
struct LoanPlanOptions: ParsableArguments {
  @Option(
    name: .also("cara"),
    help: .say(
      "Cara: \(words(LoanMethod.self, .indonesian)).", "Method: \(words(LoanMethod.self)).",
      Phrase(id: "cara", en: "method")))
  var method: String?
  @Option(
    name: .also("suku"),
    help: .say(
      "Tingkat jasa, misalnya 24%/tahun atau 1,5%/bulan.", "Rate, such as 24%/year or 1.5%/month.",
      Phrase(id: "suku", en: "rate")))
  var rate: String?
  @Option(
    name: .also("jangka"),
    help: .say("Banyaknya angsuran.", "Number of installments.", .number))
  var term: Int?
  @Option(
    name: .also("satuan"),
    help: .say(
      "Satuan jarak angsuran: \(words(InstallmentInterval.Unit.self, .indonesian)); bawaan bulan.",
      "Unit between installments: \(words(InstallmentInterval.Unit.self)); default month.",
      Phrase(id: "satuan", en: "unit")))
  var unit: String?
  @Option(
    name: .also("setiap"),
    help: .say(
      "Sekian satuan antara dua angsuran; bawaan 1.",
      "So many units between installments; default 1.", .number))
  var every: Int?
  @Option(
    name: .also("hitungan-hari"),
    help: .say(
      "Hitungan hari: \(words(LoanDayCount.self, .indonesian)); bawaan 30/360.",
      "Day count: \(words(LoanDayCount.self)); default 30/360.",
      Phrase(id: "hitungan", en: "day-count")))
  var dayCount: String?
  @Option(
    name: .also("masa-tenggang"),
    help: .say(
      "Angsuran pertama tanpa pokok; bawaan 0.", "First installments without principal; default 0.",
      .number))
  var grace: Int?
  @Option(
    name: .also("saat-jasa"),
    help: .say(
      "Jasa dibayar: \(words(InterestDue.self, .indonesian)); bawaan setiap.",
      "Interest is due: \(words(InterestDue.self)); default each.", Phrase(id: "saat", en: "moment")
    ))
  var interestDue: String?
  @Option(
    name: .also("bulat-ke"),
    help: .say(
      "Jasa dan angsuran dibulatkan ke 0.01, 1, 50, 100, 500 atau 1000; bawaan 1.",
      "Round interest and installment to 0.01, 1, 50, 100, 500 or 1000; default 1.", .amount))
  var roundTo: String?
  @Option(
    name: .also("pembulatan"),
    help: .say(
      "Arah pembulatan: \(words(Rounding.Mode.self, .indonesian)); bawaan setengah-ke-atas.",
      "Rounding: \(words(Rounding.Mode.self)); default half-up.", Phrase(id: "arah", en: "mode")))
  var rounding: String?

  @Option(
    name: .also("administrasi"),
    help: .say(
      "Administrasi tiap angsuran: 5000, bulatkan:1000 (angsuran dibulatkan ke atas) atau tanpa.",
      "Administration of each installment: 5000, round:1000 (rounds it up) or none.",
      Phrase(id: "administrasi", en: "rule")))
  var administration: String?

  /// The terms with everything that was given put in place of what was there.
  ///
  /// Without old terms, method, rate and term have to be given.
  func apply(to old: PlanTerms?) throws -> PlanTerms {
    let newMethod = try method.map { try choice(LoanMethod.self, $0) }
    let newRate = try argument(rate) { text throws(LedgerError) in try Rate(ofLoan: text) }
    guard let method = newMethod ?? old?.method, let rate = newRate ?? old?.rate,
      let count = term ?? old?.count
    else {
      throw UsageProblem(
        Phrase(
          id: "Cara, tingkat jasa atau jangka waktunya belum diisi.",
          en: "The method, the rate or the term is missing."),
        advice: Phrase(
          id: "Beri --cara, --suku dan --jangka.", en: "Give --method, --rate and --term."))
    }
    var terms = old ?? PlanTerms(method: method, rate: rate, count: count)
    (terms.method, terms.rate, terms.count) = (method, rate, count)
    let unit = try unit.map { try choice(InstallmentInterval.Unit.self, $0) }
    if unit != nil || every != nil {
      let count = every ?? (unit == nil ? terms.interval.count : 1)
      terms.interval = try InstallmentInterval(unit ?? terms.interval.unit, count: count)
    }
    if let dayCount { terms.dayCount = try choice(LoanDayCount.self, dayCount) }
    if let interestDue { terms.interestDue = try choice(InterestDue.self, interestDue) }
    if let rule = try argument(administration, AdministrationRule.init(parsing:)) {
      terms.administration = rule
    }
    if let grace { terms.principalGrace = grace }
    if roundTo != nil || rounding != nil {
      let after = try terms.installmentRounding.changed(mode: rounding, step: roundTo)
      terms.interestRounding = after
      terms.installmentRounding = after
    }
    return terms
  }
}
