import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp month-end preview`.
struct MonthEndPreviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview",
    abstract: say("Lihat dulu, belum disimpan.", "Look first; nothing is stored."),
    discussion: say(
      "Contoh: ksp tutup-bulan pratinjau 2026-01", "Example: ksp month-end preview 2026-01"),
    aliases: ["pratinjau"])

  @OptionGroup var month: MonthArgument
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let month = try month.value()
    try book.withBook(.readOnly) { ledger in
      let progress = Progress()
      defer { progress.finish() }
      // A look is allowed at any time; the report says whether the month has ended.
      let look = EntryNote(memo: Self.configuration.commandName, exceptions: .beforeEnd)
      let result = try ledger.previewMonthEnd(month, note: look, progress: progress.update)
      progress.finish()
      try report.write(result, with: MonthEndReportRenderer(report.style(try ledger.settings)))
      guard let next = result.nextStep else { return }
      Terminal.message(say("Periksa, lalu: ", "Check, then: ") + TypedRemedy.text(next))
    }
  }
}
