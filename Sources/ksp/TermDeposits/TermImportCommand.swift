import ArgumentParser
import KSPCore
import KSPLedger

/// `ksp term import`.
struct TermImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: say(
      "Ambil alih berjangka berjalan dari CSV.", "Take over running term deposits from CSV."),
    discussion: say(
      """
      Satu baris per berjangka. Kolom: No. Anggota, Nominal, Tanggal Buka (atau
      perpanjangan terakhir), Jangka; boleh juga No. Bilyet, Produk, Suku Jasa
      (6%/tahun), Cara Bayar, Jasa Dibayar, Tanggal Jasa Berikut, Akrual Jasa,
      Perpanjangan, Jasa ke Rekening, Ahli Waris, Hubungan Ahli Waris.
      Contoh: ksp berjangka impor berjangka.csv --tanggal 2025-12-31
      Berkas contoh: ksp templat berjangka
      """,
      """
      One row for each deposit. Columns: member, principal, opened (or the last
      roll-over), tenor; if wanted certificate, product, rate (6%/year), payout,
      interest_paid, next_due, accrued, roll_over, interest_to, heir, heir_relation.
      Example: ksp term import deposits.csv --date 2025-12-31
      A file to begin with: ksp template term
      """), aliases: ["impor"])

  @OptionGroup var options: ImportOptions
  @OptionGroup var opening: OpeningDateOptions

  func run() throws {
    try options.run { ledger, text, way in
      try ledger.importTermDeposits(text, on: opening.day(ledger), way)
    }
  }
}
