import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp asset show`.
struct AssetShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: say("Kartu sebuah aset.", "The card of an asset."),
    discussion: say("Contoh: ksp inventaris lihat INV-0001", "Example: ksp asset show INV-0001"),
    aliases: ["lihat"])

  @Argument(help: .say("Nomor aset.", "Number of the asset.", .number))
  var number: AssetNumber
  @Option(
    name: .also("per"),
    help: .say("Keadaan pada tanggal ini; bawaan hari ini.", "As of a day; default today.", .date))
  var asOf: String?
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let day = try argument(asOf, BookDate.init(parsing:))
    try book.withBook(.readOnly) { ledger in
      _ = try report.write(ledger, with: AssetCardRenderer.self) { book in
        try book.asset(number, asOf: day)
      }
    }
  }
}
