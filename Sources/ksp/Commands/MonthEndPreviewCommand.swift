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
      "Contoh: ksp month-end preview 2026-01", "Example: ksp month-end preview 2026-01"))

  @OptionGroup var book: BookOptions
  @OptionGroup var report: ReportOptions
  @Argument(help: .init(say("Bulan, misalnya 2026-01.", "The month, such as 2026-01."))) var month:
    String

  func run() throws {
    let month = try argument { try BookMonth(parsing: self.month) }
    try book.withBook(.readOnly) { ledger in
      let result = try ledger.previewMonthEnd(month)
      try report.write(result, with: MonthEndReportRenderer(report.style(try ledger.settings)))
      Terminal.message(
        say("Periksa, lalu: ksp month-end run \(month)", "Check, then: ksp month-end run \(month)"))
    }
  }
}
