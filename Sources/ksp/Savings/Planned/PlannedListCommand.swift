import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp planned list`.
struct PlannedListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: say(
      "Daftar simpanan berencana, bulan lunas dan tertunggak.",
      "Planned savings, months paid and missed."),
    discussion: say(
      "Contoh: ksp berencana daftar --anggota 0001 --semua",
      "Example: ksp planned list --member 0001 --all"),
    aliases: ["daftar"])

  @Option(name: .also("anggota"), help: .say("Hanya anggota ini.", "This member only.", .member))
  var member: MemberNumber?
  @Flag(
    name: .also("semua"),
    help: .say("Juga yang sudah selesai.", "Those that are over as well."))
  var all = false
  @Option(
    name: .also("per"), help: .say("Hari; bawaan hari ini.", "The day; default today.", .date))
  var asOf: String?
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let day = try argument(asOf, BookDate.init(parsing:))
    try book.withBook(.readOnly) { ledger in
      _ = try report.write(ledger, with: PlannedListRenderer.self) { book in
        try book.plannedSavings(of: member, on: day ?? book.today()).filter {
          all || [.running, .matured, .lapsed].contains($0.state)
        }
      }
    }
  }
}
