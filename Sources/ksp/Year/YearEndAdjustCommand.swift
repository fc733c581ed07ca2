import ArgumentParser
import KSPCore
import KSPLedger

/// `ksp year-end adjust`.
struct YearEndAdjustCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "adjust",
    abstract: say(
      "Jurnal penyesuaian per hari terakhir tahun buku.",
      "An adjusting entry on the last day of a year."),
    discussion: say(
      """
      Contoh:
        ksp tutup-tahun sesuaikan 2025 --debet 5-2900=3000000 \\
          --kredit 1-1290=3000000 --dokumen "Auditor 12" --keterangan audit
      Kas, bank dan rekening anggota tidak bisa disesuaikan.
      """,
      """
      Example:
        ksp year-end adjust 2025 --debit 5-2900=3000000 \\
          --credit 1-1290=3000000 --document "Auditor 12" --memo audit --by sari
      Cash, banks and members' accounts cannot be adjusted.
      """), aliases: ["sesuaikan"])

  @OptionGroup var year: YearArgument
  @OptionGroup var legs: LegOptions
  @OptionGroup var paper: DocumentOption
  @OptionGroup(title: Headings.writing) var note: NoteOptions
  @OptionGroup(title: Headings.writing) var confirm: ConfirmOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let adjustment = try YearAdjustment(
      of: year.value(), legs: legs.value(), document: paper.document)
    try WriteRun(book: book, confirm: confirm, report: report).post(severe: true) {
      ledger, dryRun in
      try ledger.adjustYear(adjustment, reference: note.ref, note: note.value, dryRun: dryRun)
    }
  }
}
