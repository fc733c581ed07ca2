import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp tax corporate list`.
struct TaxCorporateListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: say("Semua aturan PPh badan.", "All rules of corporate tax."),
    discussion: say("Contoh: ksp pajak badan daftar", "Example: ksp tax corporate list"),
    aliases: ["daftar"])

  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    try book.withBook(.readOnly) { ledger in
      _ = try report.write(ledger, with: CorporateTaxRulesRenderer.self) { book in
        try book.corporateTaxRules()
      }
    }
  }
}
