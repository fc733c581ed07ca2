import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp product show`.
struct ProductShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: say("Satu produk dengan semua ketentuannya.", "One product with all its terms."),
    discussion: say("Contoh: ksp produk lihat sukarela", "Example: ksp product show sukarela"),
    aliases: ["lihat"])

  @Argument(help: .say("Kode produk.", "Product code.", .code))
  var product: ProductCode
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    try book.withBook(.readOnly) { ledger in
      let terms = try ledger.savingsTerms(of: product)
      let found = try ledger.savingsProducts().filter { $0.code == product }
      try report.write(
        found.map { SavingsProductListRenderer.Product(product: $0, terms: terms) },
        with: SavingsProductListRenderer(report.style(try ledger.settings)))
    }
  }
}
