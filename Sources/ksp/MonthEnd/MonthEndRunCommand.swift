import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp month-end run`.
struct MonthEndRunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: say("Bukukan jasa dan tutup bulan.", "Post the interest and close the month."),
    discussion: say(
      "Contoh: ksp tutup-bulan jalankan 2026-01", "Example: ksp month-end run 2026-01"),
    aliases: ["jalankan"])

  @OptionGroup var month: MonthArgument
  @OptionGroup(title: Headings.writing) var note: NoteOptions
  @OptionGroup(title: Headings.writing) var confirm: ConfirmOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let month = try month.value()
    try WriteRun(book: book, confirm: confirm, report: report).run(
      { ledger, dryRun in
        let progress = Progress()
        defer { progress.finish() }
        return dryRun
          ? try ledger.previewMonthEnd(month, note: note.value, progress: progress.update)
          : try ledger.runMonthEnd(month, note: note.value, progress: progress.update)
      },
      rehearse: { _, report in
        guard report.outcome == .preview else { return Rehearsal(.nothingToDo) }
        var rehearsal = Rehearsal(report, MonthEndReportRenderer.self, .severe)
        rehearsal.line(
          "\(month.name.indonesian) ditutup untuk selamanya.",
          "\(month.name.english) will be closed for good.")
        return rehearsal
      },
      print: { style, result in
        try report.write(result, with: MonthEndReportRenderer(style))
        guard result.outcome == .alreadyDone else { return }
        Terminal.message(
          say("Sudah dilakukan. Tidak ada yang berubah.", "Already done. Nothing has changed."))
      })
  }
}
