import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp term product list`.
struct TermProductListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: say("Suku semua produk berjangka.", "The rates of all products of term deposits."),
    discussion: say("Contoh: ksp berjangka produk daftar", "Example: ksp term product list"),
    aliases: ["daftar"])

  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    try book.withBook(.readOnly) { ledger in
      _ = try report.write(ledger, with: TermOfferRenderer.self) { try $0.termOffers() }
    }
  }
}
