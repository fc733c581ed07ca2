import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp transit list`.
struct TransitListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: say("Titipan yang terbuka, menurut umur.", "What is open in transit, by age."),
    discussion: say(
      "Contoh: ksp titipan daftar --per 2026-03-31",
      "Example: ksp transit list --as-of 2026-03-31"),
    aliases: ["daftar"])

  @Option(
    name: .also("per"), help: .say("Per tanggal; bawaan hari ini.", "As of; default today.", .date))
  var asOf: String?
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let date = try argument(asOf, BookDate.init(parsing:))
    try book.withBook(.readOnly) { ledger in
      _ = try report.write(ledger, with: TransitListRenderer.self) {
        try $0.transit(asOf: date)
      }
    }
  }
}
