import ArgumentParser
import KSPCore
import KSPLedger

/// `ksp planned import`.
struct PlannedImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: say(
      "Ambil alih simpanan berencana berjalan dari CSV.",
      "Take over running planned savings from CSV."),
    discussion: say(
      """
      Satu baris per rencana. Kolom: No. Anggota, Produk, Setoran per Bulan, Tanggal
      Buka, Jangka, Bulan Lunas; boleh juga Bulan Tertunggak (diperiksa), Jasa di
      Saldo, Suku Jasa, Suku Gugur, Gugur Setelah, Cair ke Rekening.
      Contoh: ksp berencana impor berencana.csv --tanggal 2025-12-31
      Berkas contoh: ksp templat berencana
      """,
      """
      One row for each plan. Columns: member, product, monthly, opened, tenor,
      months_paid; if wanted missed (it is checked), interest (in the balance), rate,
      lapsed_rate, misses, pay_to.
      Example: ksp planned import planned.csv --date 2025-12-31
      A file to begin with: ksp template planned
      """), aliases: ["impor"])

  @OptionGroup var options: ImportOptions
  @OptionGroup var opening: OpeningDateOptions

  func run() throws {
    try options.run { ledger, text, way in
      try ledger.importPlannedSavings(text, on: opening.day(ledger), way)
    }
  }
}
