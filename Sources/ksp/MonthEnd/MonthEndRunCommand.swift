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
      """
      Tanpa bulan: bulan terbuka yang sudah berakhir; kalau belum ada, tidak ada yang
      dikerjakan.
      Contoh: ksp tutup-bulan jalankan 2026-01
      """,
      """
      Without a month: the open month that has ended; where there is none, nothing is
      done.
      Example: ksp month-end run 2026-01
      """),
    aliases: ["jalankan"])

  @Argument(
    help: .say("Bulan, misalnya 2026-01.", "The month, such as 2026-01.", .month))
  var month: String?
  @Flag(
    name: .also("sebelum-akhir"),
    help: .say(
      "Tutup sebelum bulan berakhir; sebut alasannya di --keterangan.",
      "Close before the month has ended; say why with --memo."))
  var beforeEnd = false
  @OptionGroup(title: Headings.writing) var note: NoteOptions
  @OptionGroup(title: Headings.writing) var confirm: ConfirmOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    guard let month = try argument(month, BookMonth.init(parsing:)) ?? monthToClose() else {
      return
    }
    let reference = note.ref
    let note = note.value(allowing: beforeEnd ? .beforeEnd : [])
    var isClosed = false
    try WriteRun(book: book, confirm: confirm, report: report).run(
      { ledger, dryRun in
        let progress = Progress()
        defer { progress.finish() }
        return dryRun
          ? try ledger.previewMonthEnd(
            month, reference: reference, note: note, progress: progress.update)
          : try ledger.runMonthEnd(
            month, reference: reference, note: note, progress: progress.update)
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
        isClosed = result.outcome == .done
        guard result.outcome == .alreadyDone else { return }
        Terminal.message(
          say("Sudah dilakukan. Tidak ada yang berubah.", "Already done. Nothing has changed."))
      })
    // A month that was closed before has been copied then.
    if isClosed { try backUp(after: month, by: note.recordedBy) }
  }

  /// Makes the copies that the settings ask for after a month end. The month is closed whatever
  /// becomes of them; that they failed is the failure of the run.
  private func backUp(after month: BookMonth, by author: String?) throws {
    try book.withBook(.readOnly) { ledger in
      let settings = try ledger.settings.backups
      guard settings.afterMonthEnd else { return }
      let memo = say("sesudah tutup bulan \(month)", "after the month end of \(month)")
      _ = try BackupRun(ledger, note: EntryNote(memo: memo, recordedBy: author))
        .run(to: nil, settings)
    }
  }

  /// The month that has ended and is open; nil, and a word about it, where there is none.
  private func monthToClose() throws -> BookMonth? {
    try book.withBook(.readOnly) { ledger in
      if let month = try ledger.monthToClose() { return month }
      let open = try ledger.status().openMonth
      Terminal.message(
        say(
          "Belum ada bulan yang bisa ditutup: \(open.name.indonesian) berakhir \(open.lastDay).",
          "There is no month to close yet: \(open.name.english) ends on \(open.lastDay)."))
      return nil
    }
  }
}
