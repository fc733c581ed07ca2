import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp year-end status`.
struct YearEndStatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: say(
      "Keadaan tahun buku, dan apa yang masih kurang.",
      "Where a year stands, and what is still missing."),
    discussion: say("Contoh: ksp tutup-tahun keadaan 2025", "Example: ksp year-end status 2025"),
    aliases: ["keadaan"])

  @OptionGroup var year: YearArgument
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let year = try year.value()
    try book.withBook(.readOnly) { ledger in
      let end = try report.write(ledger, with: YearEndRenderer.self) { try $0.yearEnd(year) }
      pointOut(end.warnings)
      guard let next = try end.nextStep() else { return }
      Terminal.message(say("Berikutnya: ", "Next: ") + TypedRemedy.text(next))
    }
  }
}
