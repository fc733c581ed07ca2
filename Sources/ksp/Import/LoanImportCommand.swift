import ArgumentParser
import KSPCore
import KSPLedger

/// `ksp loan import`.
struct LoanImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: say(
      "Ambil alih pinjaman berjalan dari CSV.", "Take over running loans from CSV."),
    discussion: say(
      """
      Satu baris per pinjaman: rencana aslinya dan apa yang masih terutang.
      Kolom: nomor, anggota, produk, pokok, cair, jangka, sisa_pokok,
      tunggakan_jasa; boleh juga suku, tempo_pertama, jasa_di_muka, lunas_sampai,
      tunggakan_pokok, denda, agunan, jenis_agunan, nilai_agunan, penjamin.
      Contoh: ksp pinjaman impor pinjaman.csv --date 2025-12-31
      """,
      """
      One row for each loan: the plan it was made under, and what is owed.
      Columns: number, member, product, principal, disbursed, term, outstanding,
      interest_arrears; if wanted rate, first_due, interest_ahead, paid_until,
      principal_arrears, late_fee, collateral, collateral_kind, collateral_value,
      guarantors.
      Example: ksp loan import loans.csv --date 2025-12-31
      """), aliases: ["impor"])

  @OptionGroup var options: ImportOptions
  @OptionGroup var opening: OpeningDateOptions

  func run() throws {
    try options.run { ledger, text, dryRun, progress in
      try ledger.importLoans(
        csv: text, file: options.file, on: opening.day(ledger), note: options.note,
        dryRun: dryRun, progress: progress)
    }
  }
}
