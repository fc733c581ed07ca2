import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp calendar`.
struct CalendarCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calendar",
    abstract: say(
      "Kalender kewajiban: pajak, laporan, rapat anggota.",
      "Calendar of duties: tax, reports, members' meeting."),
    discussion: say("Contoh: ksp kalender 2026", "Example: ksp calendar 2026"),
    aliases: ["kalender"])

  @Argument(
    help: .say(
      "Tahun; bawaan tahun ini.", "The year; default this one.", Phrase(id: "tahun", en: "year")))
  var year: String?
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let year = try year.map(StatementYear.number)
    try book.withBook(.readOnly) { ledger in
      _ = try report.write(ledger, with: DutyCalendarRenderer.self) { book in
        try book.dutyCalendar(year: year)
      }
    }
  }
}
