import ArgumentParser
import KSPCore
import KSPLedger

/// `ksp bank import`.
struct BankImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: say("Masukkan mutasi bank dari CSV.", "Bring in a bank statement from CSV."),
    discussion: say(
      """
      Kolom: Tanggal, Keterangan, Debet dan Kredit (atau Jumlah, dengan tanda atau
      kolom D/K), Saldo. Nama kolom yang lazim dikenal. Saldo diperiksa baris demi
      baris; yang sudah ada tidak disimpan lagi.
      Contoh: ksp bank impor mutasi-2026-01.csv --akun 1-1100
      """,
      """
      Columns: date, description, debit and credit as the bank sees them (or amount,
      with a sign or a column D/C), balance. Their usual names are known. Balances
      are checked line by line; what is there already is not stored again.
      Example: ksp bank import statement-2026-01.csv --account 1-1100
      """), aliases: ["impor"])

  @OptionGroup var options: ImportOptions
  @OptionGroup var bank: BankAccountOptions

  func run() throws {
    let account = try bank.code()
    try options.run { ledger, text, way in
      try ledger.importBankStatement(text, account: account, way)
    }
  }
}
