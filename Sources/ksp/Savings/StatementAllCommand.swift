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
      """
      Contoh: ksp rekening semua --from 2026-01-01 -o rekening.txt
      Tanpa --from dan --to: bulan yang terbuka.
      Dengan --format json, tiap baris satu objek ksp.statement/1 (JSON Lines).
      """,
      """
      Example: ksp statement all --from 2026-01-01 -o statements.txt
      Without --from and --to: the open month.
      With --format json, each line is one ksp.statement/1 object (JSON Lines).
      """), aliases: ["semua"])

  @OptionGroup(title: Headings.period) var period: PeriodOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    try book.withBook(.readOnly) { ledger in
      let renderer = AccountStatementRenderer(
        report.style(try ledger.settings(asRecordedThrough: period.knowledge.known())))
      let days = try period.period(ledger)
      let progress = Progress(
        say("rekening", "accounts"), of: try ledger.status().savingsAccounts,
        sharesScreen: report.output == nil)
      defer { progress.finish() }
      try report.stream { sink in
        renderer.header(into: &sink.buffer)
        var count = 0
        try ledger.statements(period: days, asRecordedThrough: try period.knowledge.known()) {
          statement in
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
