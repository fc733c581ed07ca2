import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp loan product show`.
struct LoanProductShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: say("Satu produk dengan semua ketentuannya.", "One product with all its terms."),
    discussion: say(
      "Contoh: ksp pinjaman produk lihat flat", "Example: ksp loan product show flat"),
    aliases: ["lihat"])

  @Argument(help: .say("Kode produk.", "Product code.", .code))
  var product: ProductCode
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    try book.withBook(.readOnly) { ledger in
      let terms = try ledger.loanTerms(of: product)
      let found = try ledger.loanProducts().filter { $0.code == product }
      try report.write(
        found.map { LoanProductListRenderer.Product(product: $0, terms: terms) },
        with: LoanProductListRenderer(report.style(ledger.settings)))
    }
  }
}
