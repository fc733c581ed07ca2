import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp term pledge`.
struct TermPledgeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pledge",
    abstract: say(
      "Jaminkan berjangka, atau lepaskan jaminannya.",
      "Pledge a term deposit, or release the pledge."),
    discussion: say(
      "Contoh:\n  ksp berjangka jaminkan BJK-0001 --untuk \"pinjaman PJ-0003\"\n  ksp berjangka jaminkan BJK-0001 --lepas",
      "Examples:\n  ksp term pledge BJK-0001 --for \"loan PJ-0003\"\n  ksp term pledge BJK-0001 --release"
    ), aliases: ["jaminkan"])

  @Argument(help: .say("Rekening berjangka.", "Account of the deposit.", .savings))
  var account: String
  @Option(
    name: [.customLong("for"), .customLong("untuk")],
    help: .say("Yang dijamin.", "What it secures.", .text))
  var purpose: String?
  @Flag(name: .also("lepas"), help: .say("Lepaskan jaminan.", "Release the pledge."))
  var release = false
  @OptionGroup(title: Headings.writing) var note: NoteOptions
  @OptionGroup(title: Headings.writing) var confirm: ConfirmOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    guard release != (purpose != nil) else {
      throw UsageProblem(
        Phrase(id: "Beri --untuk atau --lepas.", en: "Give --for or --release."),
        advice: Phrase(id: "Pilih salah satu.", en: "Use one of the two."))
    }
    let code = try argument(account) { text throws(LedgerError) in try AccountCode(text) }
    try WriteRun(book: book, confirm: confirm, report: report).run(
      { ledger, dryRun in
        try ledger.pledgeTermDeposit(
          code, for: purpose, reference: note.ref, note: note.value, dryRun: dryRun)
        return try ledger.termDeposit(code)
      },
      rehearse: { _, deposit in Rehearsal(deposit, TermCertificateRenderer.self) },
      print: { style, deposit in
        try report.write(deposit, with: TermCertificateRenderer(style))
      })
  }
}
