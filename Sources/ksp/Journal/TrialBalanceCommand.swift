import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp trial-balance`.
struct TrialBalanceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trial-balance", abstract: say("Neraca saldo.", "The trial balance."),
    discussion: say(
      "Contoh: ksp neraca-saldo --per 2026-01-31", "Example: ksp trial-balance --as-of 2026-01-31"
    ),
    aliases: ["neraca-saldo"])

  @Option(
    name: .also("per"),
    help: .say("Per tanggal; bawaan jurnal terakhir.", "As of; default the last entry.", .date))
  var asOf: String?
  @OptionGroup var knowledge: KnowledgeOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let date = try argument(asOf, BookDate.init(parsing:))
    let known = try knowledge.known()
    try book.withBook(.readOnly) { ledger in
      try report.write(
        try ledger.trialBalance(asOf: date, asRecordedThrough: known),
        with: TrialBalanceRenderer(report.style(try ledger.settings(asRecordedThrough: known))))
    }
  }
}
