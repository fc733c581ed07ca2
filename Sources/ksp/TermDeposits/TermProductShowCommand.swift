import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp term product show`.
struct TermProductShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: say("Suku sebuah produk berjangka.", "The rates of one product of term deposits."),
    discussion: say(
      "Contoh: ksp berjangka produk lihat berjangka", "Example: ksp term product show berjangka"),
    aliases: ["lihat"])

  @Argument(help: .say("Kode.", "Code.", .code)) var code: ProductCode
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    try book.withBook(.readOnly) { ledger in
      _ = try report.write(ledger, with: TermOfferRenderer.self) { book in
        _ = try book.savingsTerms(of: code)
        return try book.termOffers().filter { $0.product == code }
      }
    }
  }
}
