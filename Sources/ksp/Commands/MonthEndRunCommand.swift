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
      "Contoh: ksp month-end run 2026-01 --yes", "Example: ksp month-end run 2026-01 --yes"))

  @OptionGroup var book: BookOptions
  @OptionGroup var write: WriteOptions
  @OptionGroup var report: ReportOptions
  @Argument(help: .init(say("Bulan, misalnya 2026-01.", "The month, such as 2026-01."))) var month:
    String

  func run() throws {
    try report.prepare()
    let month = try argument { try BookMonth(parsing: self.month) }
    try book.withBook(.readWrite) { ledger in
      let renderer = MonthEndReportRenderer(report.style(try ledger.settings))
      if write.dryRun {
        try report.write(try ledger.previewMonthEnd(month), with: renderer)
        return write.announceDryRun()
      }
      try write.confirm(
        [
          say(
            "\(month.name.indonesian) ditutup untuk selamanya.",
            "\(month.name.english) will be closed for good.")
        ],
        severe: true)
      let progress = Progress(say("anggota", "members"))
      defer { progress.finish() }
      let result = try ledger.runMonthEnd(
        month, recordedBy: write.by, progress: progress.update)
      progress.finish()
      try report.write(result, with: renderer)
      if result.outcome == .alreadyDone {
        Terminal.message(
          say("Sudah dilakukan. Tidak ada yang berubah.", "Already done. Nothing has changed."))
      }
    }
  }
}
