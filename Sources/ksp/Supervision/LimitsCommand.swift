import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp limits`.
struct LimitsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "limits",
    abstract: say(
      "Batas pinjaman, modal dan jasa, di sebelah angka buku.",
      "Limits of lending, capital and rates beside the book."),
    discussion: say(
      """
      Pihak terkait ditandai pada anggotanya: ksp anggota ubah 0007 --atribut
      terkait=pengurus

      Contoh: ksp batas --per 2026-06-30
      """,
      """
      Related parties are marked: ksp member set 0007 --attribute terkait=pengurus

      Example: ksp limits --as-of 2026-06-30
      """), aliases: ["batas"])

  @Option(
    name: .also("per"), help: .say("Per tanggal; bawaan hari ini.", "As of; default today.", .date))
  var asOf: String?
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let date = try argument(asOf, BookDate.init(parsing:))
    try book.withBook(.readOnly) { ledger in
      _ = try report.write(ledger, with: SupervisionLimitsRenderer.self) { book in
        try book.supervisionLimits(asOf: date)
      }
    }
  }
}
