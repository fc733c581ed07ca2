import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp till set`.
struct TillSetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: say("Ganti pemegang kas.", "Change who keeps a till."),
    discussion: say(
      "Contoh: ksp kasir ubah kas-1 --pemegang dewi", "Example: ksp till set kas-1 --keeper dewi"),
    aliases: ["ubah"])

  @Argument(help: .say("Nama kas.", "Name of the till.", .name))
  var name: String
  @Option(
    name: .also("pemegang"),
    help: .say(
      "Siapa yang memegang; tanpa ini tidak seorang pun khusus.",
      "Who keeps it; without it nobody in particular.", .name))
  var keeper: String?
  @OptionGroup(title: Headings.writing) var note: NoteOptions
  @OptionGroup(title: Headings.writing) var confirm: ConfirmOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    try WriteRun(book: book, confirm: confirm, report: report).run(
      saysUnchanged: true,
      { ledger, dryRun in
        TillList(tills: [
          try ledger.setTillKeeper(
            keeper, of: name, reference: note.ref, note: note.value, dryRun: dryRun)
        ])
      },
      rehearse: { _, tills in Rehearsal(tills, TillListRenderer.self) },
      print: { style, tills in try report.write(tills, with: TillListRenderer(style)) })
  }
}
