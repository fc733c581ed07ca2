import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp account list`.
struct AccountListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: say("Akun buku, peran dan saldonya.", "The chart with roles and balances."),
    discussion: say("Contoh: ksp akun daftar", "Example: ksp account list"),
    aliases: ["daftar"])

  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    try book.withBook(.readOnly) { ledger in
      try report.write(
        try ledger.chart(), with: ChartRenderer(report.style(try ledger.settings)))
    }
  }
}
