import ArgumentParser
import KSPCore
import KSPLedger

/// `ksp year-end correct`.
struct YearEndCorrectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "correct",
    abstract: say(
      "Koreksi tahun yang sudah disahkan, di bulan yang terbuka.",
      "Set a ratified year right, in the open month."),
    discussion: say(
      """
      Contoh:
        ksp tutup-tahun koreksi 2025 --debet 5-2100=450000 \\
          --kredit 2-1600=450000 --dokumen "PLN 12/2025" \\
          --keterangan "tagihan terlambat" --petugas sari
      Tahun yang disahkan tidak berubah; koreksinya masuk SHU tahun berjalan.
      """,
      """
      Example:
        ksp year-end correct 2025 --debit 5-2100=450000 \\
          --credit 2-1600=450000 --document "PLN 12/2025" \\
          --memo "a late bill" --by sari
      The ratified year stays; the correction counts in the year that is open.
      """), aliases: ["koreksi"])

  @OptionGroup var year: YearArgument
  @OptionGroup var legs: LegOptions
  @OptionGroup var paper: DocumentOption
  @OptionGroup(title: Headings.writing) var write: WriteOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let (year, legs) = (try year.value(), try legs.value())
    try WriteRun(book: book, confirm: write.confirm, report: report).post(severe: true) {
      ledger, dryRun in
      try ledger.correctYear(
        YearCorrection(of: year, legs: legs, on: write.bookDate(ledger), document: paper.document),
        reference: write.reference, note: write.note, dryRun: dryRun)
    }
  }
}
