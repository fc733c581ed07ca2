import ArgumentParser
import KSPCore
import KSPLedger

/// `ksp holiday import`.
struct HolidayImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: say("Masukkan hari libur dari CSV.", "Bring in holidays from CSV."),
    discussion: say(
      """
      Kolom: Tanggal, Keterangan. Tanggal yang sudah ada dibiarkan.
      Contoh: ksp libur impor libur-2026.csv
      Berkas contoh: ksp templat libur
      """,
      """
      Columns: date, name. A day that is there already is left as it is.
      Example: ksp holiday import holidays-2026.csv
      A file to begin with: ksp template holidays
      """), aliases: ["impor"])

  @OptionGroup var options: ImportOptions

  func run() throws {
    try options.run { ledger, text, way in try ledger.importHolidays(text, way) }
  }
}
