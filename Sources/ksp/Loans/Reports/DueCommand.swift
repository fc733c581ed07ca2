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
      Contoh: ksp tagihan --from 2026-02-01 --to 2026-02-28
      Tanpa --from dan --to: bulan yang terbuka.
      """,
      """
      Example: ksp due --from 2026-02-01 --to 2026-02-28
      Without --from and --to: the open month.
      """), aliases: ["tagihan"])

  @OptionGroup(title: Headings.period) var days: DayRange
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    try book.withBook(.readOnly) { ledger in
      _ = try report.write(ledger, with: DueListRenderer.self) { book in
        try book.dueInstallments(in: try days.period(book))
      }
    }
  }
}
