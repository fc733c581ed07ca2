import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp tax rule list`.
struct TaxRuleListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: say("Semua aturan pajak jasa.", "All rules of the tax on interest."),
    discussion: say("Contoh: ksp pajak aturan daftar", "Example: ksp tax rule list"),
    aliases: ["daftar"])

  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    try book.withBook(.readOnly) { ledger in
      try report.write(
        try ledger.taxRules(), with: TaxRulesRenderer(report.style(try ledger.settings)))
    }
  }
}
