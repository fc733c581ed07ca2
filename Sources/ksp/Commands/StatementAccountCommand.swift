import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp statement account`.
struct StatementAccountCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "account", abstract: say("Satu rekening atau akun.", "One account."),
    discussion: say(
      "Contoh: ksp statement account SUK-0001 --from 2026-01-01 --to 2026-03-31",
      "Example: ksp statement account SUK-0001 --from 2026-01-01 --to 2026-03-31"))

  @OptionGroup var book: BookOptions
  @OptionGroup var period: PeriodOptions
  @OptionGroup var report: ReportOptions
  @Argument(help: .init(say("Rekening, akun atau nomor anggota.", "Account or member number.")))
  var account: String

  func run() throws {
    try book.withBook(.readOnly) { ledger in
      let statement = try ledger.statement(
        of: try ledger.resolveAccount(account), period: try period.period(ledger),
        knownAt: try period.known())
      try report.write(
        statement, with: AccountStatementRenderer(report.style(try ledger.settings)))
    }
  }
}
