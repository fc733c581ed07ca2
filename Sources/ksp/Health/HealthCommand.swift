import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp health`.
struct HealthCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "health",
    abstract: say(
      "Kertas kerja kesehatan (KKPKK) dari buku.", "The health worksheet (KKPKK) of the book."),
    discussion: say(
      """
      Sel 1 sampai 116 dari sel yang ditetapkan bagan akun dan golongan pinjaman.
      Bacaan dan bobot yang tidak disebut diambil dari pengaturan.

      Contoh:
        ksp kesehatan 2026
        ksp kesehatan 2026 --csv program -o sel.csv
      """,
      """
      Cells 1 to 116 by the cells of the chart and the classes of the loans.
      Readings and weights that are not given are taken from the settings.

      Examples:
        ksp health 2026
        ksp health 2026 --csv program -o cells.csv
      """), aliases: ["kesehatan"])

  @Argument(
    help: .say(
      "Tahun buku; bawaan tahun ini.", "The year; default this one.",
      Phrase(id: "tahun", en: "year")))
  var year: String?
  @OptionGroup var readings: HealthOptions
  @OptionGroup var knowledge: KnowledgeOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let year = try year.map(StatementYear.number)
    let known = try knowledge.known()
    try book.withBook(.readOnly) { ledger in
      _ = try report.write(ledger, with: HealthSheetRenderer.self, at: known) { book in
        let settings = try book.settings(asRecordedThrough: known)
        return try book.healthSheet(
          year: year, profile: readings.profile(over: settings.health),
          asRecordedThrough: known)
      }
    }
  }
}
