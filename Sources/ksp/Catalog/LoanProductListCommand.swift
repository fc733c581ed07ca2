import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp loan product list`.
struct LoanProductListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: say(
      "Semua produk dengan ketentuan terbaru.", "All products with their latest terms."),
    discussion: say("Contoh: ksp pinjaman produk daftar", "Example: ksp loan product list"),
    aliases: ["daftar"])

  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    try book.withBook(.readOnly) { ledger in
      let products = try ledger.loanProducts().map { product in
        LoanProductListRenderer.Product(
          product: product, terms: try ledger.loanTerms(of: product.code).suffix(1))
      }
      try report.write(products, with: LoanProductListRenderer(report.style(ledger.settings)))
    }
  }
}
