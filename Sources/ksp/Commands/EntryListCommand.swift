import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp entry list`.
struct EntryListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: say("Daftar jurnal.", "The journal."),
    discussion: say(
      "Contoh: ksp entry list --from 2026-01-01 --to 2026-01-31",
      "Example: ksp entry list --from 2026-01-01 --to 2026-01-31"))

  @OptionGroup var book: BookOptions
  @OptionGroup var period: PeriodOptions
  @OptionGroup var report: ReportOptions

  func run() throws {
    try book.withBook(.readOnly) { ledger in
      let renderer = JournalRenderer(report.style(try ledger.settings))
      let known = try period.known()
      try report.stream { sink in
        renderer.header(into: &sink.buffer)
        var count = 0
        try ledger.entries(in: try period.optionalPeriod()) { entry in
          if let known, entry.number > known { return }
          renderer.append(entry, into: &sink.buffer)
          count += 1
          try sink.flush()
        }
        renderer.footer(count: count, into: &sink.buffer)
      }
    }
  }
}
