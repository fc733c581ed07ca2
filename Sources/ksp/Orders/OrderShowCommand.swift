import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp order show`.
struct OrderShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: say(
      "Satu autodebet dan hasilnya tiap jatuh tempo.",
      "One standing order and what became of it each time."),
    discussion: say("Contoh: ksp autodebet lihat 1", "Example: ksp order show 1"),
    aliases: ["lihat"])

  @Argument(help: .say("Nomor autodebet.", "Number of the order.", .number))
  var order: Int
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    try book.withBook(.readOnly) { ledger in
      _ = try report.write(ledger, with: StandingOrderRenderer.self) {
        try $0.standingOrder(order)
      }
    }
  }
}
