import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp bank list`.
struct BankListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: say(
      "Rekonsiliasi: saldo bank, saldo buku, yang belum cocok.",
      "The reconciliation: what bank and book say, and what is open."),
    discussion: say(
      "Contoh: ksp bank daftar --per 2026-01-31", "Example: ksp bank list --as-of 2026-01-31"),
    aliases: ["daftar"])

  @OptionGroup var bank: BankAccountOptions
  @Option(
    name: .also("per"),
    help: .say("Keadaan pada hari ini; bawaan hari ini.", "On this day; default today.", .date))
  var asOf: String?
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let account = try bank.code()
    let date = try argument(asOf, BookDate.init(parsing:))
    try book.withBook(.readOnly) { ledger in
      _ = try report.write(ledger, with: BankReconciliationRenderer.self) { book in
        try book.bankReconciliation(of: account, on: date)
      }
    }
  }
}
