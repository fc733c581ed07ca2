import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp bank rule list`.
struct BankRuleListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: say("Semua aturan bank.", "All rules of a bank."),
    discussion: say("Contoh: ksp bank aturan daftar", "Example: ksp bank rule list"),
    aliases: ["daftar"])

  @OptionGroup var bank: BankAccountOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let account = try bank.code()
    try book.withBook(.readOnly) { ledger in
      try report.write(
        try ledger.bankRules(of: account),
        with: BankRulesRenderer(report.style(try ledger.settings)))
    }
  }
}
