import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp product list`.
struct ProductListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: say(
      "Semua produk dengan ketentuan terbaru.", "All products with their latest terms."),
    discussion: say("Contoh: ksp produk daftar", "Example: ksp product list"),
    aliases: ["daftar"])

  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    try book.withBook(.readOnly) { ledger in
      let products = try ledger.savingsProducts().map { product in
        SavingsProductListRenderer.Product(
          product: product, terms: try ledger.savingsTerms(of: product.code).suffix(1))
      }
      try report.write(
        products, with: SavingsProductListRenderer(report.style(try ledger.settings)))
    }
  }
}
