import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp statement all`.
struct StatementAllCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "all",
    abstract: say("Semua rekening semua anggota.", "All accounts of all members."),
    discussion: say(
      "Contoh: ksp statement all --from 2026-01-01 -o rekening.txt",
      "Example: ksp statement all --from 2026-01-01 -o statements.txt"), aliases: ["semua"])

  @OptionGroup var book: BookOptions
  @OptionGroup var period: PeriodOptions
  @OptionGroup var report: ReportOptions

  func run() throws {
    try book.withBook(.readOnly) { ledger in
      let renderer = AccountStatementRenderer(report.style(try ledger.settings))
      let days = try period.period(ledger)
      let progress = Progress(say("rekening", "accounts"), sharesScreen: report.output == nil)
      defer { progress.finish() }
      try report.stream { sink in
        renderer.header(into: &sink.buffer)
        var count = 0
        try ledger.statements(period: days, knownAt: try period.known()) { statement in
          if count > 0 { renderer.separator(into: &sink.buffer) }
          renderer.append(statement, into: &sink.buffer)
          count += 1
          if count.isMultiple(of: 1_000) { progress.update(count) }
          try sink.flush()
        }
        renderer.footer(into: &sink.buffer)
      }
    }
  }
}
