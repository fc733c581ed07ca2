import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp planned open`.
struct PlannedOpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open",
    abstract: say("Buka simpanan berencana.", "Open planned savings."),
    discussion: say(
      """
      Bulan pembukaan adalah bulan pertama. Setoran dicatat dengan ksp setor atau
      autodebet, sebulan atau beberapa bulan sekaligus.
      Contoh: ksp berencana buka 0001 berencana 100.000 --jangka 12 --ke SUK-0001
      """,
      """
      The month of opening is the first one. Deposits come by ksp deposit or by a
      standing order, one month or several at once.
      Example: ksp planned open 0001 berencana 100.000 --tenor 12 --to SUK-0001
      """),
    aliases: ["buka"])

  @Argument(help: .say("Nomor anggota.", "Member number.", .member))
  var member: MemberNumber
  @Argument(help: .say("Kode produk.", "Product code.", .code))
  var product: ProductCode
  @Argument(help: .say("Setoran tiap bulan.", "What is saved every month.", .amount))
  var monthly: String
  @Option(
    name: .also("jangka"),
    help: .say("Jangka dalam bulan.", "Term in months.", Phrase(id: "bulan", en: "months")))
  var tenor: Int
  @Option(
    name: [.customLong("to"), .customLong("ke")],
    help: .say(
      "Simpanan yang menerima saat jatuh tempo; bawaan tetap di rekeningnya.",
      "Savings that receive it at maturity; default it stays.", .savings))
  var target: String?
  @OptionGroup(title: Headings.writing) var write: WriteOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let monthly = try argument(monthly, Rupiah.init(parsing:))
    try WriteRun(book: book, confirm: write.confirm, report: report).run(
      { ledger, dryRun in
        let new = NewPlannedSavings(
          of: member, in: product, monthly, months: tenor, on: try write.bookDate(ledger),
          payTo: try target.map { try ledger.resolveAccount($0) })
        return try ledger.openPlannedSavings(
          new, reference: write.reference, note: write.note, dryRun: dryRun)
      },
      rehearse: { _, card in Rehearsal(card, PlannedCardRenderer.self) },
      print: { style, card in try report.write(card, with: PlannedCardRenderer(style)) })
  }
}
