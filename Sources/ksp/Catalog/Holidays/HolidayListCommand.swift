import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp holiday list`.
struct HolidayListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: say("Daftar hari libur.", "The holidays."),
    discussion: say("Contoh: ksp libur daftar 2026", "Example: ksp holiday list 2026"),
    aliases: ["daftar"])

  @Argument(help: .say("Tahun; bawaan semua.", "Year; default all.", .number))
  var year: Int?
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let (style, holidays) = try book.withBook(.readOnly) { ledger in
      (report.style(try ledger.settings), try ledger.holidays(in: year))
    }
    try report.write(holidays, with: HolidayListRenderer(style))
  }
}
