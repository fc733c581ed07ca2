import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp product dormant`.
struct ProductDormantCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dormant",
    abstract: say("Daftar rekening pasif.", "The dormant accounts."),
    discussion: say(
      "Contoh: ksp produk pasif --per 2026-12-31",
      "Example: ksp product dormant --as-of 2026-12-31"),
    aliases: ["pasif"])

  @Option(
    name: .also("per"), help: .say("Hari; bawaan hari ini.", "The day; default today.", .date))
  var asOf: String?
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let day = try argument(asOf, BookDate.init(parsing:))
    try book.withBook(.readOnly) { ledger in
      _ = try report.write(ledger, with: DormantListRenderer.self) { book in
        try book.dormantAccounts(on: day ?? book.today())
      }
    }
  }
}
