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
      Kolom: No. Pinjaman, No. Anggota, Produk, Plafon, Tanggal Cair, Jangka Waktu,
      Sisa Pokok, Tunggakan Jasa; boleh juga Suku Jasa (2%/bulan), jatuh tempo
      pertama, jasa di muka, lunas sampai, tunggakan pokok, denda, agunan, jenis
      agunan, nilai agunan, penjamin.
      Contoh: ksp pinjaman impor pinjaman.csv --tanggal 2025-12-31
      Berkas contoh: ksp templat pinjaman
      """,
      """
      One row for each loan: the plan it was made under, and what is owed.
      Columns: number, member, product, principal, disbursed, term, outstanding,
      interest_arrears; if wanted rate (2%/month), first_due, interest_ahead,
      paid_until, principal_arrears, late_fee, collateral, collateral_kind,
      collateral_value, guarantors.
      Example: ksp loan import loans.csv --date 2025-12-31
      A file to begin with: ksp template loans
      """), aliases: ["impor"])

  @OptionGroup var options: ImportOptions
  @OptionGroup var opening: OpeningDateOptions
  @Flag(
    name: .also("perbaiki"),
    help: .say(
      "Pinjaman yang berbeda menggantikan yang ada. Selama bulannya terbuka.",
      "A loan that differs takes the place of the one in the book. While its month is open."))
  var correct = false

  func run() throws {
    try options.run { way in
      way.corrects = correct
    } _: { ledger, text, way in
      try ledger.importLoans(text, on: opening.day(ledger), way)
    }
  }
}
