import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp holiday add`.
struct HolidayAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: say("Catat hari libur.", "Enter a holiday."),
    discussion: say(
      "Contoh: ksp libur tambah 2026-08-17 \"Hari Kemerdekaan\"",
      "Example: ksp holiday add 2026-08-17 \"Independence Day\""),
    aliases: ["tambah"])

  @Argument(help: .say("Tanggal.", "Day.", .date))
  var day: String
  @Argument(help: .say("Apa yang diperingati.", "What is celebrated.", .text))
  var name: String
  @OptionGroup(title: Headings.writing) var note: NoteOptions
  @OptionGroup(title: Headings.writing) var confirm: ConfirmOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let holiday = Holiday(day: try argument(day, BookDate.init(parsing:)), name: name)
    try WriteRun(book: book, confirm: confirm, report: report).run(
      saysUnchanged: true,
      { ledger, dryRun in
        try ledger.addHolidays([holiday], reference: note.ref, note: note.value, dryRun: dryRun)
        return try ledger.holidays(in: holiday.day.components.year)
      },
      rehearse: { _, _ in Rehearsal([holiday], HolidayListRenderer.self) },
      print: { style, holidays in
        try report.write(holidays, with: HolidayListRenderer(style))
      })
  }
}
