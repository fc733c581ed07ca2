import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp order run`.
struct OrderRunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: say(
      "Ambil autodebet yang jatuh tempo, dan coba lagi yang belum terambil.",
      "Take standing orders that are due, and try again those that failed."),
    discussion: say(
      """
      Daftarnya ditunjukkan dulu. Tiap jatuh tempo hanya diambil sekali, berapa kali
      pun dijalankan. Lihat dulu: --coba.
      Contoh: ksp autodebet jalankan --sampai 2026-03-25
      """,
      """
      The list is shown first. Each due day is taken once, however often this is run.
      Only look: --dry-run.
      Example: ksp order run --through 2026-03-25
      """), aliases: ["jalankan"])

  @Option(
    name: [.customLong("through"), .customLong("sampai")],
    help: .say("Sampai tanggal ini; bawaan hari ini.", "Up to a day; default today.", .date))
  var through: String?
  @OptionGroup(title: Headings.writing) var note: NoteOptions
  @OptionGroup(title: Headings.writing) var confirm: ConfirmOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let day = try argument(through, BookDate.init(parsing:))
    try WriteRun(book: book, confirm: confirm, report: report).run(
      { ledger, dryRun in
        try ledger.runStandingOrders(
          on: day ?? ledger.today(), note: note.value, dryRun: dryRun)
      },
      rehearse: { _, run in
        Rehearsal(run, OrderRunRenderer.self, run.lines.isEmpty ? .nothingToDo : .mild)
      },
      print: { style, run in try report.write(run, with: OrderRunRenderer(style)) })
  }
}
