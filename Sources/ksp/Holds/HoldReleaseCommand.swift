import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp hold release`.
struct HoldReleaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "release",
    abstract: say("Lepas blokir sebelum berakhir.", "Release a hold before it ends."),
    discussion: say(
      "Contoh: ksp blokir lepas 1 --alasan \"Sudah damai\"",
      "Example: ksp hold release 1 --reason \"Settled\""),
    aliases: ["lepas"])

  @Argument(help: .say("Nomor blokir.", "Number of the hold.", .number))
  var hold: Int
  @Option(name: .also("alasan"), help: .say("Alasannya.", "Why.", .text))
  var reason: String
  @OptionGroup(title: Headings.writing) var write: WriteOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    try WriteRun(book: book, confirm: write.confirm, report: report).run(
      { ledger, dryRun in
        try [
          ledger.releaseHold(
            hold, reason: reason, on: write.bookDate(ledger), reference: write.reference,
            note: write.note, dryRun: dryRun)
        ]
      },
      rehearse: { _, holds in Rehearsal(holds, HoldListRenderer.self) },
      print: { style, holds in try report.write(holds, with: HoldListRenderer(style)) })
  }
}
