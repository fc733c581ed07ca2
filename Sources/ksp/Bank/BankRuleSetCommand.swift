import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp bank rule set`.
struct BankRuleSetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set",
    abstract: say(
      "Mutasi yang keterangannya memuat teks dibukukan ke sebuah akun.",
      "Lines whose description holds a text are booked to an account."),
    discussion: say(
      """
      Kalau beberapa cocok, yang terpanjang berlaku.
      Contoh: ksp bank aturan ubah "BIAYA ADM" 5-3000
      """,
      """
      Where several hold, the longest counts.
      Example: ksp bank rule set "ADMIN FEE" 5-3000
      """), aliases: ["ubah"])

  @Argument(help: .say("Teks dalam keterangan.", "Text in the description.", .text))
  var text: String
  @Argument(help: .say("Akun lawan.", "The account on the other side.", .account))
  var target: String
  @OptionGroup var bank: BankAccountOptions
  @OptionGroup(title: Headings.writing) var author: AuthorOptions
  @OptionGroup(title: Headings.writing) var confirm: ConfirmOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let account = try bank.code()
    let other = try argument { try AccountCode(target) }
    try WriteRun(book: book, confirm: confirm, report: report).run(
      saysUnchanged: true,
      { ledger, dryRun in
        try ledger.setBankRule(
          text, to: other, of: account, note: EntryNote(recordedBy: author.by), dryRun: dryRun)
      },
      rehearse: { _, rules in Rehearsal(rules, BankRulesRenderer.self) },
      print: { style, rules in try report.write(rules, with: BankRulesRenderer(style)) })
  }
}
