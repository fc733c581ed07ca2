import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp month-end status`.
struct MonthEndStatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: say("Apakah bulan sudah ditutup.", "Whether a month is closed."),
    discussion: say(
      "Contoh: ksp month-end status 2026-01 --slips",
      "Example: ksp month-end status 2026-01 --slips"))

  @OptionGroup var book: BookOptions
  @OptionGroup var report: ReportOptions
  @Argument(help: .init(say("Bulan, misalnya 2026-01.", "The month, such as 2026-01."))) var month:
    String
  @Flag(help: .init(say("Tampilkan bukti potong PPh.", "Show the withholding slips."))) var slips =
    false

  func run() throws {
    let month = try argument { try BookMonth(parsing: self.month) }
    try book.withBook(.readOnly) { ledger in
      let style = report.style(try ledger.settings)
      if slips {
        return try report.write(
          try ledger.withholdingSlips(month), with: WithholdingSlipsRenderer(style))
      }
      guard let done = try ledger.monthEnd(month) else {
        let open = try ledger.status().openMonth
        Terminal.message(
          say(
            "\(month.name.indonesian) belum ditutup; bulan terbuka \(open.name.indonesian).",
            "\(month.name.english) is not closed; the open month is \(open.name.english)."))
        return
      }
      try report.write(done, with: MonthEndReportRenderer(style))
    }
  }
}
