import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp product set`.
struct ProductSetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set",
    abstract: say("Ketentuan baru mulai sebuah bulan.", "New terms from a month on."),
    discussion: say(
      "Contoh: ksp product set sukarela --effective 2026-02 --rate 4%/tahun --yes",
      "Example: ksp product set sukarela --effective 2026-02 --rate 4%/year --yes"),
    aliases: ["ubah"])

  @OptionGroup var book: BookOptions
  @OptionGroup var write: WriteOptions
  @OptionGroup var report: ReportOptions
  @OptionGroup var options: TermsOptions
  @Argument(help: .init(say("Kode produk.", "Product code."))) var product: String

  func run() throws {
    try report.prepare()
    try book.withBook(.readWrite) { ledger in
      let open = try ledger.status().openMonth
      let all = try ledger.terms(of: product)
      let month =
        try options.effective.map { text in try argument { try BookMonth(parsing: text) } } ?? open
      guard var old = all.last(where: { $0.effectiveFrom <= month }) ?? all.first else { return }
      old.effectiveFrom = month
      let terms = try options.apply(to: old)
      for warning in terms.warnings { Terminal.message(warning.message[Speech.language]) }
      try write.confirm([
        say("\(product): mulai \(month.name.indonesian)", "\(product): from \(month.name.english)")
      ])
      try ledger.setTerms(of: product, terms, recordedBy: write.by, dryRun: write.dryRun)
      let found = try ledger.products().filter { $0.code == product }
      try report.write(
        found.map { ProductListRenderer.Product(product: $0, terms: [terms]) },
        with: ProductListRenderer(report.style(try ledger.settings)))
      write.announceDryRun()
    }
  }
}
