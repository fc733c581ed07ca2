import ArgumentParser
import KSPCore
import KSPStatements

/// `ksp simulate savings`.
struct SimulateSavingsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "savings",
    abstract: say("Jasa simpanan untuk saldo yang diketik.", "Interest for balances you type."),
    discussion: say(
      """
      Contoh:
        ksp simulasi simpanan --suku 3%/tahun --saldo-awal 1000000 \\
          --dari 2026-06-01 --sampai 2026-06-30
      """,
      """
      Example:
        ksp simulate savings --rate 3%/year --opening 1000000 \\
          --from 2026-06-01 --to 2026-06-30
      """), aliases: ["simpanan"])

  @Option(name: .also("dari"), help: .say("Hari pertama.", "First day.", .date))
  var from: String
  @Option(name: .also("sampai"), help: .say("Hari terakhir.", "Last day.", .date))
  var to: String
  @Option(
    name: .also("saldo-awal"),
    help: .say("Saldo awal; bawaan 0.", "Opening balance; default 0.", .amount))
  var opening: String?
  @Option(
    name: .also("mutasi"),
    parsing: .singleValue,
    help: .say(
      "Mutasi; boleh berulang.", "Movement; may be repeated.",
      Phrase(id: "tanggal=jumlah", en: "date=amount")))
  var movement: [String] = []
  @Option(
    name: .also("saldo-berjasa"),
    help: .say("Saldo terkecil yang diberi jasa.", "Smallest balance that earns.", .amount))
  var minimum: String?
  @Option(
    name: .also("anggota"),
    help: .say(
      "orang (bawaan) atau badan.", "individual (the default) or organization.", .kind))
  var member: String?
  @OptionGroup(title: Headings.interest) var interest: InterestOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.result) var language: LanguageOptions

  func run() throws {
    let terms = try terms()
    let period = try argument {
      try BookPeriod(from: BookDate(parsing: from), through: BookDate(parsing: to))
    }
    let movements = try movement.map { text in
      let (date, amount) = try pair(text, Phrase(id: "TANGGAL=JUMLAH", en: "DATE=AMOUNT"))
      return try argument {
        SavingsInterest.Movement(try BookDate(parsing: date), try Rupiah(parsing: amount))
      }
    }.sorted { $0.date < $1.date }
    let working = try SavingsInterest.working(
      terms: terms, period: period, opening: try argument(opening, Rupiah.init(parsing:)) ?? .zero,
      movements: movements)
    let kind = try member.map { try choice(Member.Kind.self, $0) } ?? .individual
    let rule: InterestTaxRule = kind == .individual ? .standardIndividual : .standardOrganization
    try report.write(
      InterestWorkingRenderer.Simulation(
        working: working, tax: rule.tax(onMonthlyGross: working.gross)),
      with: InterestWorkingRenderer(report.style()))
  }

  private func terms() throws -> InterestTerms {
    guard interest.rate != nil || !interest.tier.isEmpty else {
      throw UsageProblem(
        Phrase(id: "Belum ada tingkat jasa.", en: "There is no rate yet."),
        advice: Phrase(id: "Beri --suku atau --tingkat.", en: "Give --rate or --tier."))
    }
    // To the sen unless asked otherwise, so that the working can be compared with any rounding.
    let exact = InterestTerms(
      tiers: [], floor: try argument(minimum, Rupiah.init(parsing:)) ?? .zero,
      rounding: try Rounding(.halfUp, to: Rupiah(sen: 1)))
    return try interest.apply(to: exact) ?? exact
  }
}
