import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp planned pay`.
struct PlannedPayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pay",
    abstract: say(
      "Cairkan simpanan berencana yang jatuh tempo.", "Pay out planned savings that have matured."),
    discussion: say(
      "Contoh: ksp berencana cairkan BRC-0001\nTutup bulan mencairkan yang belum.",
      "Example: ksp planned pay BRC-0001\nA month end pays out what was not yet."),
    aliases: ["cairkan"])

  @Argument(help: .say("Rekeningnya.", "The account.", .savings))
  var account: String
  @OptionGroup(title: Headings.writing) var write: WriteOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let account = try argument(account, AccountCode.init)
    try WriteRun(book: book, confirm: write.confirm, report: report).post { ledger, dryRun in
      try ledger.payPlannedSavings(
        account, on: write.bookDate(ledger), reference: write.reference, note: write.note,
        dryRun: dryRun)
    }
  }
}
