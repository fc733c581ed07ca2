import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp statement account`.
struct StatementAccountCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "account", abstract: say("Satu rekening atau akun.", "One account."),
    discussion: say(
      """
      Contoh: ksp rekening akun SUK-0001 --dari 2026-01-01 --sampai 2026-03-31
      Tanpa --dari dan --sampai: bulan yang terbuka.
      """,
      """
      Example: ksp statement account SUK-0001 --from 2026-01-01 --to 2026-03-31
      Without --from and --to: the open month.
      """),
    aliases: ["akun"])

  @Argument(
    help: .say("Rekening, akun atau nomor anggota.", "Account or member number.", .savings))
  var account: String
  @OptionGroup(title: Headings.period) var period: PeriodOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    try book.withBook(.readOnly) { ledger in
      let statement = try ledger.statement(
        of: try ledger.resolveAccount(account), period: try period.period(ledger),
        asRecordedThrough: try period.knowledge.known())
      try report.write(
        statement,
        with: AccountStatementRenderer(
          report.style(try ledger.settings(asRecordedThrough: period.knowledge.known()))))
    }
  }
}
