import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp bank rule end`.
struct BankRuleEndCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "end", abstract: say("Akhiri sebuah aturan.", "End a rule."),
    discussion: say(
      "Contoh: ksp bank aturan akhiri \"BIAYA ADM\"", "Example: ksp bank rule end \"ADMIN FEE\""),
    aliases: ["akhiri"])

  @Argument(help: .say("Teks dalam keterangan.", "Text in the description.", .text))
  var text: String
  @OptionGroup var bank: BankAccountOptions
  @OptionGroup(title: Headings.writing) var author: AuthorOptions
  @OptionGroup(title: Headings.writing) var confirm: ConfirmOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let account = try bank.code()
    try WriteRun(book: book, confirm: confirm, report: report).run(
      saysUnchanged: true,
      { ledger, dryRun in
        try ledger.setBankRule(
          text, to: nil, of: account, note: EntryNote(recordedBy: author.by), dryRun: dryRun)
      },
      rehearse: { _, rules in Rehearsal(rules, BankRulesRenderer.self) },
      print: { style, rules in try report.write(rules, with: BankRulesRenderer(style)) })
  }
}
