import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp opening`: opening balances.
struct OpeningCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "opening", abstract: say("Saldo awal.", "Opening balances."),
    discussion: say(
      "Contoh: ksp opening import saldo-awal.csv --date 2025-12-31",
      "Example: ksp opening import opening.csv --date 2025-12-31"),
    subcommands: [OpeningImportCommand.self], aliases: ["saldo-awal"])
}

/// `ksp opening import`.
struct OpeningImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: say("Masukkan saldo awal dari CSV.", "Bring in opening balances from CSV."),
    discussion: say(
      """
      Kolom: member, product, amount untuk simpanan anggota; account, debit, credit untuk akun.
      Contoh: ksp opening import saldo-awal.csv --date 2025-12-31 --yes
      """,
      """
      Columns: member, product, amount for members' savings; account, debit, credit for the chart.
      Example: ksp opening import opening.csv --date 2025-12-31 --yes
      """))

  @OptionGroup var book: BookOptions
  @OptionGroup var write: WriteOptions
  @OptionGroup var report: ReportOptions
  @Argument(help: .init(say("Berkas CSV.", "The CSV file."))) var file: String

  func run() throws {
    try report.prepare()
    let text = try TextFile.read(file)
    try book.withBook(.readWrite) { ledger in
      let date =
        try write.date == nil
        ? ledger.settings.firstMonth.previous().lastDay : write.bookDate(ledger)
      try write.confirm([
        say("Saldo awal per \(date) dari \(file).", "Opening balances of \(date) from \(file).")
      ])
      let result = try ledger.importOpeningBalances(
        csv: text, file: file, on: date, recordedBy: write.by, dryRun: write.dryRun)
      try report.write(result, with: ImportReportRenderer(report.style()))
      write.announceDryRun()
    }
  }
}
