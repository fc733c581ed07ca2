import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp order list`.
struct OrderListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: say("Daftar autodebet.", "The standing orders."),
    discussion: say(
      "Contoh: ksp autodebet daftar --anggota 0001 --semua",
      "Example: ksp order list --member 0001 --all"),
    aliases: ["daftar"])

  @Option(name: .also("anggota"), help: .say("Hanya anggota ini.", "This member only.", .member))
  var member: MemberNumber?
  @Flag(
    name: .also("semua"),
    help: .say("Juga yang sudah berakhir.", "Those that have ended as well."))
  var all = false
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    try book.withBook(.readOnly) { ledger in
      _ = try report.write(ledger, with: StandingOrderListRenderer.self) { book in
        try book.standingOrders(of: member, on: all ? nil : book.today())
      }
    }
  }
}
