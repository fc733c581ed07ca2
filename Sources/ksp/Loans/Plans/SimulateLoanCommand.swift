import ArgumentParser
import KSPCore
import KSPStatements

/// `ksp simulate loan`.
struct SimulateLoanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "loan",
    abstract: say(
      "Rencana angsuran dan tingkat efektifnya.", "A plan of installments and its effective rate."),
    discussion: say(
      """
      Contoh:
        ksp simulasi pinjaman --pokok 60000000 --suku 24%/tahun --jangka 6 \\
          --cara menurun --cair 2026-01-15 --potongan provisi=1%
      """,
      """
      Example:
        ksp simulate loan --principal 60000000 --rate 24%/year --term 6 \\
          --method declining --disbursed 2026-01-15 --fee provisi=1%
      """), aliases: ["pinjaman"])

  @Option(
    name: .also("pokok"),
    help: .say("Jumlah pinjaman.", "The amount lent.", .amount))
  var principal: String
  @Option(
    name: .also("cair"),
    help: .say("Tanggal cair.", "Day on which it is paid out.", .date))
  var disbursed: String?
  @Option(
    name: .also("jatuh-tempo-pertama"),
    help: .say(
      "Jatuh tempo pertama; bawaan satu jarak sesudah cair.",
      "First due date; default one interval later.", .date))
  var firstDue: String?
  @Option(
    name: .also("potongan"),
    parsing: .singleValue,
    help: .say(
      "Potongan, misalnya provisi=1% atau materai=25000; boleh berulang.",
      "Deduction, such as provisi=1% or stamp=25000; may be repeated.",
      Phrase(id: "nama=potongan", en: "name=charge")))
  var fee: [String] = []
  @OptionGroup(title: Headings.plan) var plan: LoanPlanOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.result) var language: LanguageOptions

  func run() throws {
    let terms = try plan.apply(to: nil)
    let amount = try argument(principal, Rupiah.init(parsing:))
    let day = try Question("Tanggal cair (--cair)?", "Paid out on (--disbursed)?")
      .answer(disbursed) { try argument($0, BookDate.init(parsing:)) }
    let plan = try InstallmentPlan(
      terms, principal: amount, disbursedOn: day,
      firstDue: try argument(firstDue, BookDate.init(parsing:)))
    let deductions = try fee.map { text in
      let (name, charge) = try pair(text, Phrase(id: "NAMA=POTONGAN", en: "NAME=CHARGE"))
      // Where it would be booked does not matter to a plan.
      let fee = LoanFee(
        code: name, charge: try argument(charge, LoanFee.Charge.init(parsing:)),
        target: .savings(product: ""))
      return LoanPlanRenderer.Deduction(code: name, amount: try fee.amount(on: amount))
    }
    let simulation = try LoanPlanRenderer.Simulation(plan: plan, deductions: deductions)
    try report.write(simulation, with: LoanPlanRenderer(report.style()))
    pointOut(try LoanTerms.warnings(of: terms) + plan.roundingWarnings())
  }
}
