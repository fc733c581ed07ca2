import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp officer end`.
struct OfficerEndCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "end", abstract: say("Akhiri tugas seorang petugas.", "End an office."),
    discussion: say(
      "Contoh: ksp petugas akhiri sari --tanggal 2026-03-31",
      "Example: ksp officer end sari --date 2026-03-31"), aliases: ["akhiri"])

  @Argument(help: .say("Nama.", "Name.", .name))
  var name: String
  @Option(
    name: .also("tanggal"),
    help: .say("Hari terakhir; bawaan hari ini.", "Last day; default today.", .date))
  var date: String?
  @OptionGroup(title: Headings.writing) var note: NoteOptions
  @OptionGroup(title: Headings.writing) var confirm: ConfirmOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let date = try argument(date, BookDate.init(parsing:))
    try WriteRun(book: book, confirm: confirm, report: report).run(
      saysUnchanged: true,
      { ledger, dryRun in
        try ledger.endOfficer(
          name, on: date, reference: note.ref, note: note.value, dryRun: dryRun)
        return try (ledger.officers(), date ?? ledger.today())
      },
      rehearse: { _, outcome in
        var rehearsal = Rehearsal()
        rehearsal.field("Petugas", "Officer", name)
        rehearsal.field("Hari terakhir", "Last day", outcome.1.inWords[Speech.language])
        return rehearsal
      },
      print: { style, outcome in
        try report.write(outcome.0, with: OfficerListRenderer(style))
      })
  }
}
