import ArgumentParser
import KSPCore
import KSPLedger

/// `ksp entry import`.
struct EntryImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: say("Masukkan transaksi dari CSV.", "Bring in transactions from CSV."),
    discussion: say(
      """
      Kolom: date, member, product, type, amount, reference; memo boleh ada.
      Jenis: deposit, withdrawal, interest, fee (setoran, penarikan, jasa, biaya).
      Contoh: ksp jurnal impor transaksi.csv
      """,
      """
      Columns: date, member, product, type, amount, reference; memo may be there.
      Types: deposit, withdrawal, interest, fee.
      Example: ksp entry import transactions.csv
      """), aliases: ["impor"])

  @OptionGroup var options: ImportOptions

  func run() throws {
    try options.run { ledger, text, dryRun, progress in
      try ledger.importTransactions(
        csv: text, file: options.file, note: options.note, dryRun: dryRun, progress: progress)
    }
  }
}
