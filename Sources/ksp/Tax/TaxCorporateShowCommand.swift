import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp tax corporate show`.
struct TaxCorporateShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: say(
      "Perhitungan PPh badan sebuah bulan.", "How the corporate tax of a month comes about."),
    discussion: say(
      "Contoh: ksp pajak badan tunjukkan 2026-01", "Example: ksp tax corporate show 2026-01"),
    aliases: ["tunjukkan"])

  @OptionGroup var month: MonthArgument
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let month = try month.value()
    try book.withBook(.readOnly) { ledger in
      _ = try report.write(ledger, with: CorporateTaxRenderer.self) { book in
        try book.corporateTax(month)
      }
    }
  }
}
