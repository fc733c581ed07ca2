import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp entry list`.
struct EntryListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: say("Daftar jurnal.", "The journal."),
    discussion: say(
      """
      Contoh: ksp jurnal daftar --dari 2026-01-01 --sampai 2026-01-31
      Tanpa --dari dan --sampai: seluruh buku.
      Dengan --bentuk json, tiap baris satu objek ksp.entry/1 (JSON Lines).
      """,
      """
      Example: ksp entry list --from 2026-01-01 --to 2026-01-31
      Without --from and --to: the whole book.
      With --format json, each line is one ksp.entry/1 object (JSON Lines).
      """), aliases: ["daftar"])

  @OptionGroup(title: Headings.period) var period: PeriodOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    try book.withBook(.readOnly) { ledger in
      let renderer = JournalRenderer(
        report.style(try ledger.settings(asRecordedThrough: period.knowledge.known())))
      try report.stream { sink in
        renderer.header(into: &sink.buffer)
        var count = 0
        try period.entries(ledger, to: report.output) { entry in
          renderer.append(entry, into: &sink.buffer)
          count += 1
          try sink.flush()
        }
        renderer.footer(count: count, into: &sink.buffer)
      }
    }
  }
}
