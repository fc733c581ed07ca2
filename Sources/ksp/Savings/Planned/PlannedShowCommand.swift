import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp planned show`.
struct PlannedShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: say(
      "Kartu satu simpanan berencana, bulan demi bulan.",
      "The card of planned savings, month by month."),
    discussion: say("Contoh: ksp berencana lihat BRC-0001", "Example: ksp planned show BRC-0001"),
    aliases: ["lihat"])

  @Argument(help: .say("Rekeningnya.", "The account.", .savings))
  var account: String
  @Option(
    name: .also("per"), help: .say("Hari; bawaan hari ini.", "The day; default today.", .date))
  var asOf: String?
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let account = try argument(account, AccountCode.init)
    let day = try argument(asOf, BookDate.init(parsing:))
    try book.withBook(.readOnly) { ledger in
      _ = try report.write(ledger, with: PlannedCardRenderer.self) { book in
        try book.plannedSavings(account, on: day ?? book.today())
      }
    }
  }
}
