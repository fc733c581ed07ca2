import ArgumentParser
import KSPCore
import KSPLedger

/// `ksp opening import`.
struct OpeningImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: say("Masukkan saldo awal dari CSV.", "Bring in opening balances from CSV."),
    discussion: say(
      """
      Kolom: member, product, amount untuk simpanan anggota; account, debit, credit untuk akun.
      Pinjaman berjalan dimasukkan satu per satu dengan ksp pinjaman impor.
      Contoh: ksp saldo-awal impor saldo-awal.csv --date 2025-12-31
      """,
      """
      Columns: member, product, amount for members' savings; account, debit, credit for the chart.
      Running loans are brought in one by one with ksp loan import.
      Example: ksp opening import opening.csv --date 2025-12-31
      """), aliases: ["impor"])

  @OptionGroup var options: ImportOptions
  @OptionGroup var opening: OpeningDateOptions

  func run() throws {
    try options.run { ledger, text, dryRun, progress in
      try ledger.importOpeningBalances(
        csv: text, file: options.file, on: opening.day(ledger), note: options.note,
        dryRun: dryRun, progress: progress)
    }
  }
}
