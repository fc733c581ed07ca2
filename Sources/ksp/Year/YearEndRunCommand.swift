import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp year-end run`.
struct YearEndRunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: say(
      "Bukukan jurnal penutup: pendapatan dan beban ke SHU.",
      "Post the closing voucher: income and expenses to the SHU."),
    discussion: say("Contoh: ksp tutup-tahun jalankan 2025", "Example: ksp year-end run 2025"),
    aliases: ["jalankan"])

  @OptionGroup var year: YearArgument
  @OptionGroup(title: Headings.writing) var note: NoteOptions
  @OptionGroup(title: Headings.writing) var confirm: ConfirmOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let year = try year.value()
    try WriteRun(book: book, confirm: confirm, report: report).run(
      { ledger, dryRun in
        dryRun
          ? try ledger.previewYearEnd(year)
          : try ledger.runYearEnd(year, reference: note.ref, note: note.value)
      },
      rehearse: { ledger, closing in
        guard closing.outcome == .preview else { return Rehearsal(.nothingToDo) }
        var rehearsal = Rehearsal(closing, YearClosingRenderer.self, .severe)
        try rehearsal.warn(ledger.yearEnd(year).warnings)
        return rehearsal
      },
      print: { style, closing in
        try report.write(closing, with: YearClosingRenderer(style))
        guard closing.outcome == .alreadyDone else { return }
        Terminal.message(
          say("Sudah dilakukan. Tidak ada yang berubah.", "Already done. Nothing has changed."))
      })
  }
}
