import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp order missed`.
struct OrderMissedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "missed",
    abstract: say(
      "Autodebet sebulan yang tidak terambil, dan sebabnya.",
      "What standing orders could not take in a month, and why."),
    discussion: say(
      "Contoh: ksp autodebet gagal 2026-03 --csv excel -o gagal.csv",
      "Example: ksp order missed 2026-03 --csv excel -o missed.csv"),
    aliases: ["gagal"])

  @Argument(help: .say("Bulan; bawaan bulan ini.", "Month; default this one.", .month))
  var month: String?
  @Flag(
    name: .also("semua"),
    help: .say("Juga yang terambil.", "What was taken as well."))
  var all = false
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let asked = try argument(month, BookMonth.init(parsing:))
    try book.withBook(.readOnly) { ledger in
      _ = try report.write(ledger, with: OrderRunRenderer.self) { book in
        let month = try asked ?? book.today().month
        return try book.standingOrderTries(
          in: BookPeriod(from: month.firstDay, through: month.lastDay), onlyMissed: !all)
      }
    }
  }
}
