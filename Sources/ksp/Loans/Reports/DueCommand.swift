import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp due`.
struct DueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "due",
    abstract: say("Daftar tagihan angsuran.", "Installments due in a period."),
    discussion: say(
      """
      Contoh:
        ksp tagihan --from 2026-02-01 --to 2026-02-28
        ksp tagihan --per-anggota --csv excel -o tagihan.csv
      Tanpa --from dan --to: bulan yang terbuka.
      """,
      """
      Examples:
        ksp due --from 2026-02-01 --to 2026-02-28
        ksp due --per-member --csv excel -o due.csv
      Without --from and --to: the open month.
      """), aliases: ["tagihan"])

  @OptionGroup(title: Headings.period) var days: DayRange
  @Flag(
    name: .also("per-anggota"),
    help: .say(
      "Satu baris per anggota, dengan telepon, tunggakan dan denda.",
      "A line per member, with telephone, arrears and late fees."))
  var perMember = false
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    try book.withBook(.readOnly) { ledger in
      func list(_ book: Ledger) throws -> DueList {
        try book.dueInstallments(in: try days.period(book))
      }
      _ =
        perMember
        ? try report.write(ledger, with: DebtorListRenderer.self, list)
        : try report.write(ledger, with: DueListRenderer.self, list)
    }
  }
}
