import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp tax rule set`.
struct TaxRuleSetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set",
    abstract: say("Aturan pajak baru mulai sebuah bulan.", "A new rule from a month on."),
    discussion: say(
      "Contoh: ksp pajak aturan ubah orang --batas 300.000 --mulai 2027-01",
      "Example: ksp tax rule set individual --threshold 300.000 --from 2027-01"),
    aliases: ["ubah"])

  @Argument(
    help: .say(
      "Untuk siapa: orang, badan atau calon (juga bukan anggota).",
      "For whom: individual, organization or prospective (no members too).", .kind))
  var kind: String
  @Option(
    name: .also("batas"),
    help: .say(
      "Jasa sebulan yang bebas pajak.", "The interest of a month that is free.", .amount))
  var threshold: String?
  @Option(
    name: .also("tarif"),
    help: .say("Tarif, misalnya 10%.", "The rate, such as 10%.", .percent))
  var rate: String?
  @Option(
    name: .also("pasal"),
    help: .say(
      "Pasal: \(words(TaxArticle.self)).", "The article: \(words(TaxArticle.self)).", .code))
  var article: String?
  @Flag(
    exclusivity: .exclusive,
    help: .say("Tanpa NPWP tarifnya dua kali.", "The rate doubles without a tax number."))
  var doubleWithoutNpwp: EitherWay<DoubleNames>?
  @Option(
    name: .also("mulai"),
    help: .say(
      "Berlaku mulai bulan ini; bawaan bulan terbuka.",
      "In force from this month; default the open month.", .month))
  var from: String?
  @OptionGroup(title: Headings.writing) var note: NoteOptions
  @OptionGroup(title: Headings.writing) var confirm: ConfirmOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let payer = try argument(kind, TaxPayer.init(parsing:))
    try WriteRun(book: book, confirm: confirm, report: report).run(
      { ledger, dryRun in
        let rule = try rule(payer, ledger)
        _ = try ledger.setTaxRule(rule, reference: note.ref, note: note.value, dryRun: dryRun)
        return [rule]
      },
      rehearse: { _, rules in Rehearsal(rules, TaxRulesRenderer.self) },
      print: { style, rules in try report.write(rules, with: TaxRulesRenderer(style)) })
  }

  /// The rule in force with everything that was given put in place of what was there.
  private func rule(_ payer: TaxPayer, _ ledger: Ledger) throws -> InterestTaxRule {
    let month =
      try argument(from, BookMonth.init(parsing:)) ?? ledger.status().openMonth
    let rules = try ledger.taxRules().filter { $0.memberKind == payer }
    let old = rules.last { $0.effectiveFrom <= month } ?? rules.first
    let rate = try argument(rate, Share.init(parsing:))
    return InterestTaxRule(
      effectiveFrom: month, memberKind: payer,
      article: try article.map { try choice(TaxArticle.self, $0) } ?? old?.article,
      threshold: try argument(threshold, Rupiah.init(parsing:)) ?? old?.threshold ?? .zero,
      rate: rate ?? old?.rate ?? .zero,
      doublesWithoutNumber: doubleWithoutNpwp?.isYes ?? old?.doublesWithoutNumber)
  }
}

/// Whether the rate doubles without a tax number.
enum DoubleNames: EitherWayNames {
  static let english = "double-without-npwp"
  static let yes = "dua-kali"
  static let no = "sekali"
}
