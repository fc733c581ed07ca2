import ArgumentParser
import KSPCore
import KSPLedger

/// `ksp entry import`.
struct EntryImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: say(
      "Masukkan transaksi atau buku kas dari CSV.",
      "Bring in transactions or a cash book from CSV."),
    discussion: say(
      """
      Kolom: Tanggal, No. Anggota, Produk, Jenis, Jumlah, Referensi; Keterangan
      boleh ada, juga Akun Lawan (atau Dari dan Ke): asal atau tujuan uangnya, kode
      atau nama akun; selain kas dan bank dengan keterangan. Jenis: setoran,
      penarikan, jasa, biaya; atau ganti Jenis dan Jumlah dengan kolom Masuk dan
      Keluar.
      Contoh: ksp jurnal impor transaksi.csv
      Berkas contoh: ksp templat transaksi

      Buku kas seperti yang disimpan bendahara (No, Tanggal, Uraian, Bukti, Debet,
      Kredit, Saldo, Keterangan), satu berkas per bulan, dibaca menjadi usulan.
      Buka usulan itu di Excel, isi kolom Jawaban (ya, tidak, sudah), lalu masukkan:
        ksp jurnal impor --buku-kas jan.csv feb.csv -o usulan.csv --csv excel
        ksp jurnal impor --buku-kas jan.csv feb.csv --jawaban usulan.csv
      Tanpa --csv excel kolom itu bernama answer.
      """,
      """
      Columns: date, member, product, type, amount, reference; memo may be there,
      and counterpart (or from and to): where the money comes from or goes, by code
      or name; with a memo unless it is cash or a bank.
      Types: deposit, withdrawal, interest, fee; or columns deposit and withdrawal
      in place of type and amount.
      Example: ksp entry import transactions.csv
      A file to begin with: ksp template transactions

      A cash book as treasurers keep it (number, date, description, voucher, in, out,
      balance, remark), one file a month, is read into proposals. Open them in Excel,
      fill in the column Answer (yes, no, booked), then bring them in:
        ksp entry import --cash-book jan.csv feb.csv -o proposals.csv --csv excel
        ksp entry import --cash-book jan.csv feb.csv --answers proposals.csv
      Without --csv excel that column is called answer.
      """), aliases: ["impor"])

  @OptionGroup var options: ImportOptions
  @OptionGroup var book: CashBookOptions

  func run() throws {
    if book.cashBook { return try book.run(options) }
    try options.run { ledger, text, way in try ledger.importTransactions(text, way) }
  }
}
