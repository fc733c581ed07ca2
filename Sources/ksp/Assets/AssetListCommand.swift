import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp asset list`.
struct AssetListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: say(
      "Daftar inventaris, di samping buku besar.", "The register of assets, beside the ledger."),
    discussion: say(
      "Contoh:\n  ksp inventaris --per 2026-12-31\n  ksp inventaris --tempat Kasir",
      "Examples:\n  ksp asset list --as-of 2026-12-31\n  ksp asset list --place Counter"),
    aliases: ["daftar"])

  @Option(
    name: .also("per"),
    help: .say("Keadaan pada tanggal ini; bawaan hari ini.", "As of a day; default today.", .date))
  var asOf: String?
  @Option(
    name: .also("tempat"), help: .say("Hanya tempat ini.", "This location only.", .text))
  var place: String?
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let day = try argument(asOf, BookDate.init(parsing:))
    try book.withBook(.readOnly) { ledger in
      _ = try report.write(ledger, with: AssetRegisterRenderer.self) { book in
        try book.assets(asOf: day, place: place)
      }
    }
  }
}
