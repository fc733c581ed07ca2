import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp year-end ratify`.
struct YearEndRatifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ratify",
    abstract: say(
      "Catat pengesahan rapat anggota; sesudahnya tahun itu tetap.",
      "Record that the meeting ratified a year; from then on it stays."),
    discussion: say(
      "Contoh:\n  ksp tutup-tahun sahkan 2025 --keputusan \"RAT 1/2026\" --tanggal 2026-03-14",
      "Example: ksp year-end ratify 2025 --decision \"RAT 1/2026\" --date 2026-03-14"),
    aliases: ["sahkan"])

  @OptionGroup var year: YearArgument
  @OptionGroup var decision: DecisionOption
  @OptionGroup(title: Headings.writing) var write: WriteOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let year = try year.value()
    try WriteRun(book: book, confirm: write.confirm, report: report).run(
      saysUnchanged: true,
      { ledger, dryRun in
        try ledger.ratifyYear(
          year, on: write.bookDate(ledger), decision: decision.decision,
          reference: write.reference, note: write.note, dryRun: dryRun)
      },
      rehearse: { _, end in Rehearsal(end, YearEndRenderer.self, .severe) },
      print: { style, end in try report.write(end, with: YearEndRenderer(style)) })
  }
}
