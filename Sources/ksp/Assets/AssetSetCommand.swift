import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp asset set`.
struct AssetSetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set",
    abstract: say("Pindahkan aset, atau ganti namanya.", "Move an asset, or rename it."),
    discussion: say(
      "Contoh: ksp inventaris ubah INV-0001 --tempat Gudang",
      "Example: ksp asset set INV-0001 --place Store"), aliases: ["ubah"])

  @Argument(help: .say("Nomor aset.", "Number of the asset.", .number))
  var number: AssetNumber
  @Option(name: .also("tempat"), help: .say("Tempatnya sekarang.", "Where it stands now.", .text))
  var place: String?
  @Option(name: .also("nama"), help: .say("Namanya sekarang.", "What it is called now.", .text))
  var name: String?
  @OptionGroup(title: Headings.writing) var note: NoteOptions
  @OptionGroup(title: Headings.writing) var confirm: ConfirmOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    try WriteRun(book: book, confirm: confirm, report: report).run(
      saysUnchanged: true,
      { ledger, dryRun in
        let asset = try ledger.updateAsset(
          number, name: name, place: place, reference: note.ref, note: note.value, dryRun: dryRun)
        return (asset, try ledger.asset(number))
      },
      rehearse: { _, outcome in
        var rehearsal = Rehearsal()
        rehearsal.add(outcome.0)
        return rehearsal
      },
      print: { style, outcome in try report.write(outcome.1, with: AssetCardRenderer(style)) })
  }
}
