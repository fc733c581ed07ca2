import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp entry import`.
struct EntryImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: say("Masukkan transaksi dari CSV.", "Bring in transactions from CSV."),
    discussion: say(
      """
      Kolom: date, member, product, type, amount, reference; memo boleh ada.
      Contoh: ksp entry import transaksi.csv --yes
      """,
      """
      Columns: date, member, product, type, amount, reference; memo may be there.
      Example: ksp entry import transactions.csv --yes
      """))

  @OptionGroup var book: BookOptions
  @OptionGroup var write: WriteOptions
  @OptionGroup var report: ReportOptions
  @Argument(help: .init(say("Berkas CSV.", "The CSV file."))) var file: String

  func run() throws {
    try report.prepare()
    let text = try TextFile.read(file)
    try book.withBook(.readWrite) { ledger in
      try write.confirm([say("Transaksi dari \(file).", "Transactions from \(file).")])
      let result = try ledger.importTransactions(
        csv: text, file: file, recordedBy: write.by, dryRun: write.dryRun)
      try report.write(result, with: ImportReportRenderer(report.style()))
      write.announceDryRun()
    }
  }
}
