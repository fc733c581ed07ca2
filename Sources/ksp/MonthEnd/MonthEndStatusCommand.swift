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
      "Contoh: ksp tutup-bulan status 2026-01 --bukti-potong",
      "Example: ksp month-end status 2026-01 --slips"))

  @OptionGroup var month: MonthArgument
  @Flag(
    name: .also("bukti-potong"),
    help: .say("Tampilkan bukti potong PPh.", "Show the withholding slips."))
  var slips = false
  @Flag(
    name: .also("rekening"),
    help: .say(
      "Jasa tiap rekening seperti yang dibukukan.", "The interest of each account as posted."))
  var accounts = false
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let month = try month.value()
    guard !accounts else { return try MonthInterestRun.write(month, report, book) }
    try book.withBook(.readOnly) { ledger in
      let done = try ledger.monthEnd(month)
      let next = try ledger.status().openMonth
      guard done != nil || month >= next else {
        throw LedgerError.dateBeforeBook(month.firstDay, first: next)
      }
      if slips {
        _ = try report.write(ledger, with: WithholdingSlipsRenderer.self) { book in
          try book.withholdingSlips(month)
        }
      } else {
        let open = MonthEndReport(month: month, outcome: .open, closedAt: nil)
        try report.write(
          done ?? open, with: MonthEndReportRenderer(report.style(try ledger.settings)))
      }
      guard done == nil else { return }
      Terminal.message(
        say(
          "\(month.name.indonesian) belum ditutup; bulan terbuka \(next.name.indonesian).",
          "\(month.name.english) is not closed; the open month is \(next.name.english)."))
    }
  }
}
