import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp trial-balance`.
struct TrialBalanceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trial-balance", abstract: say("Neraca saldo.", "The trial balance."),
    discussion: say(
      "Contoh: ksp neraca-saldo --as-of 2026-01-31", "Example: ksp trial-balance --as-of 2026-01-31"
    ),
    aliases: ["neraca-saldo"])

  @OptionGroup var book: BookOptions
  @OptionGroup var report: ReportOptions
  @Option(
    help: .init(
      say("Per tanggal; bawaan jurnal terakhir.", "As of; default the last entry."),
      valueName: "date")) var asOf: String?
  @Option(
    help: .init(
      say("Seperti yang diketahui pada nomor bukti ini.", "As known at this voucher."),
      valueName: "voucher")) var knownAt: String?

  func run() throws {
    let date = try asOf.map { text in try argument { try BookDate(parsing: text) } }
    let known = try knownAt.map { text in try argument { try EntryNumber(parsing: text) } }
    try book.withBook(.readOnly) { ledger in
      try report.write(
        try ledger.trialBalance(asOf: date, knownAt: known),
        with: TrialBalanceRenderer(report.style(try ledger.settings)))
    }
  }
}
