import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp year-end preview`.
struct YearEndPreviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview",
    abstract: say("Lihat dulu jurnal penutupnya.", "Look at the closing voucher first."),
    discussion: say(
      "Contoh: ksp tutup-tahun pratinjau 2025", "Example: ksp year-end preview 2025"),
    aliases: ["pratinjau"])

  @OptionGroup var year: YearArgument
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let year = try year.value()
    try book.withBook(.readOnly) { ledger in
      let closing = try ledger.previewYearEnd(year)
      try report.write(closing, with: YearClosingRenderer(report.style(try ledger.settings)))
      let end = try ledger.yearEnd(year)
      pointOut(end.warnings)
      guard let next = try end.nextStep() else { return }
      Terminal.message(say("Periksa, lalu: ", "Check, then: ") + TypedRemedy.text(next))
    }
  }
}
