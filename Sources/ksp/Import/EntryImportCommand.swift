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
      Kolom: Tanggal, No. Anggota, Produk, Jenis, Jumlah, Referensi; Keterangan
      boleh ada, juga Akun Lawan (atau Dari dan Ke): asal atau tujuan uangnya, kode
      atau nama akun; selain kas dan bank dengan keterangan. Jenis: setoran,
      penarikan, jasa, biaya; atau ganti Jenis dan Jumlah dengan kolom Masuk dan
      Keluar.
      Contoh: ksp jurnal impor transaksi.csv
      Berkas contoh: ksp templat transaksi
      """,
      """
      Columns: date, member, product, type, amount, reference; memo may be there,
      and counterpart (or from and to): where the money comes from or goes, by code
      or name; with a memo unless it is cash or a bank.
      Types: deposit, withdrawal, interest, fee; or columns deposit and withdrawal
      in place of type and amount.
      Example: ksp entry import transactions.csv
      A file to begin with: ksp template transactions
      """), aliases: ["impor"])

  @OptionGroup var options: ImportOptions

  func run() throws {
    try options.run { ledger, text, way in try ledger.importTransactions(text, way) }
  }
}
