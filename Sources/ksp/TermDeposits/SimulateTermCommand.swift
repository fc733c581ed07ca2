import ArgumentParser
import KSPCore
import KSPStatements

/// `ksp simulate term`.
struct SimulateTermCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "term",
    abstract: say("Jasa simpanan berjangka, per tanggal jasa.", "Interest of a term deposit."),
    usage: say("ksp simulate term [pilihan]", "ksp simulate term [options]"),
    discussion: say(
      """
      Jasa yang jatuh pada tanggal jasa dibayar hari itu; “diterima saat berakhir”
      adalah sisanya.

      Contoh:
        ksp simulasi berjangka --pokok 42000000 --suku 16%/tahun \\
          --dibuka 2019-08-05 --jangka 3 --cairkan 2019-10-20 --penalti 0,5%:pokok
      """,
      """
      Interest is paid on its value date; “received at the end” is what is left then.

      Example:
        ksp simulate term --principal 42000000 --rate 16%/year \\
          --opened 2019-08-05 --tenor 3 --break 2019-10-20 --penalty 0.5%:principal
      """), aliases: ["berjangka"])

  @Option(name: .also("pokok"), help: .say("Jumlah yang disimpan.", "What is placed.", .amount))
  var principal: String
  @Option(name: .also("dibuka"), help: .say("Tanggal buka.", "Day of opening.", .date))
  var opened: String
  @Option(
    name: .also("pajak"),
    help: .say(
      "Pajak: persen dari tiap jasa, atau member (bawaan): aturan pajak bulan anggota, seolah tiada "
        + "jasa lain.",
      "Tax: a percentage of each payment, or member (the default): the rule for the member's month, "
        + "as if there were no other interest.", Phrase(id: "pajak", en: "tax")))
  var tax: String?
  @Option(
    name: [.customLong("break"), .customLong("cairkan")],
    help: .say(
      "Dicairkan lebih awal pada tanggal ini.", "Broken before its time on this day.", .date))
  var brokenOn: String?
  @OptionGroup(title: Headings.interest) var terms: TermDepositOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.result) var language: LanguageOptions

  func run() throws {
    let terms = try terms.terms()
    let tax = try taxation()
    let principal = try argument(principal, Rupiah.init(parsing:))
    let opened = try argument(opened, BookDate.init(parsing:))
    let end = try argument(brokenOn, BookDate.init(parsing:))
    let plan = try argument {
      try TermDepositPlan(terms, principal: principal, opened: opened, tax: tax, brokenOn: end)
    }
    try report.write(plan, with: TermDepositPlanRenderer(report.style()))
    pointOut(try terms.warnings(principal: principal, opened: opened, tax: tax))
  }

  private func taxation() throws -> TermDepositTax {
    guard let tax, !["member", "anggota"].contains(tax.lowercased()) else { return .person }
    return .rate(try argument(tax, Share.init(parsing:)))
  }
}
