import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp planned end`.
struct PlannedEndCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "end",
    abstract: say("Hentikan simpanan berencana sebelum waktunya.", "Give planned savings up."),
    discussion: say(
      """
      Mulai bulan itu menjadi simpanan biasa dengan suku setelah gugur, dan bisa
      ditarik. Jasa yang sudah dibayar tetap.
      Contoh: ksp berencana hentikan BRC-0001 --alasan "Perlu uang sekolah"
      """,
      """
      From that month on it is ordinary savings at the rate after lapsing, and can
      be withdrawn. Interest that was paid stays.
      Example: ksp planned end BRC-0001 --reason "School fees"
      """),
    aliases: ["hentikan"])

  @Argument(help: .say("Rekeningnya.", "The account.", .savings))
  var account: String
  @Option(name: .also("alasan"), help: .say("Alasannya.", "Why.", .text))
  var reason: String
  @OptionGroup(title: Headings.writing) var write: WriteOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let account = try argument(account, AccountCode.init)
    try WriteRun(book: book, confirm: write.confirm, report: report).run(
      { ledger, dryRun in
        try ledger.endPlannedSavings(
          account, reason: reason, on: write.bookDate(ledger), reference: write.reference,
          note: write.note, dryRun: dryRun)
      },
      rehearse: { _, card in Rehearsal(card, PlannedCardRenderer.self) },
      print: { style, card in try report.write(card, with: PlannedCardRenderer(style)) })
  }
}
