import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp product show`.
struct ProductShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: say("Satu produk dengan semua ketentuannya.", "One product with all its terms."),
    discussion: say("Contoh: ksp product show sukarela", "Example: ksp product show sukarela"),
    aliases: ["lihat"])

  @OptionGroup var book: BookOptions
  @OptionGroup var report: ReportOptions
  @Argument(help: .init(say("Kode produk.", "Product code."))) var product: String

  func run() throws {
    try book.withBook(.readOnly) { ledger in
      let terms = try ledger.terms(of: product)
      let found = try ledger.products().filter { $0.code == product }
      try report.write(
        found.map { ProductListRenderer.Product(product: $0, terms: terms) },
        with: ProductListRenderer(report.style(try ledger.settings)))
    }
  }
}
