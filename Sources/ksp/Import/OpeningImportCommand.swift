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
      Simpanan anggota: No. Anggota, Produk, Jumlah; atau satu baris per anggota
      dengan kolom Pokok, Wajib, Sukarela. Akun: Akun, Debet, Kredit.
      Di baris yang sama boleh ada pinjaman berjalan anggota itu, dengan kolom
      seperti pada ksp pinjaman impor (No. Pinjaman, Produk Pinjaman, Plafon, …).
      Contoh: ksp saldo-awal impor saldo-awal.csv --tanggal 2025-12-31
      Berkas contoh: ksp templat saldo-awal
      """,
      """
      Members' savings: member, product, amount; or one row a member with columns
      pokok, wajib, sukarela. Accounts of the chart: account, debit, credit.
      The same row may have the member's running loan, with the columns of
      ksp loan import (loan_number, loan_product, principal, …).
      Example: ksp opening import opening.csv --date 2025-12-31
      A file to begin with: ksp template opening
      """), aliases: ["impor"])

  @OptionGroup var options: ImportOptions
  @OptionGroup var opening: OpeningDateOptions
  @Flag(
    name: .also("perbaiki"),
    help: .say(
      "Saldo yang berbeda menggantikan yang ada; nol menghapusnya. Selama bulan pertama terbuka.",
      "A balance that differs takes the place of the one in the book; zero removes it. While the first month is open."
    ))
  var correct = false

  func run() throws {
    try options.run { way in
      way.corrects = correct
    } _: { ledger, text, way in
      try ledger.importOpeningBalances(text, on: opening.day(ledger), way)
    }
  }
}
