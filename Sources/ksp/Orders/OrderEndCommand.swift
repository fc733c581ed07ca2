import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp order end`.
struct OrderEndCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "end",
    abstract: say("Akhiri autodebet.", "End a standing order."),
    discussion: say(
      "Contoh: ksp autodebet akhiri 1 --alasan \"Permintaan anggota\"",
      "Example: ksp order end 1 --reason \"The member asked\""),
    aliases: ["akhiri"])

  @Argument(help: .say("Nomor autodebet.", "Number of the order.", .number))
  var order: Int
  @Option(name: .also("alasan"), help: .say("Alasannya.", "Why.", .text))
  var reason: String
  @OptionGroup(title: Headings.writing) var write: WriteOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    try WriteRun(book: book, confirm: write.confirm, report: report).run(
      { ledger, dryRun in
        try [
          ledger.endStandingOrder(
            order, reason: reason, on: write.bookDate(ledger), reference: write.reference,
            note: write.note, dryRun: dryRun)
        ]
      },
      rehearse: { _, orders in Rehearsal(orders, StandingOrderListRenderer.self) },
      print: { style, orders in
        try report.write(orders, with: StandingOrderListRenderer(style))
      })
  }
}
