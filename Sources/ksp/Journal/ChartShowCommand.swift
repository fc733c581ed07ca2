import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp chart show`.
struct ChartShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: say("Akun, peran dan saldonya.", "Accounts with roles and balances."),
    discussion: say(
      """
      Contoh: ksp daftar-akun tampilkan --bentuk csv -o akun.csv
      CSV-nya dapat dipakai lagi: ksp mulai --daftar-akun akun.csv
      """,
      """
      Example: ksp chart show --format csv -o accounts.csv
      The CSV can be used again: ksp init --chart accounts.csv
      """),
    aliases: ["tampilkan"])

  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    try book.withBook(.readOnly) { ledger in
      try report.write(
        try ledger.chart(), with: ChartRenderer(report.style(try ledger.settings)))
    }
  }
}
