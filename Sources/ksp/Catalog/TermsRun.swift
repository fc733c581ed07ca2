import KSPCore
import KSPLedger
import KSPStatements

/// The way new terms of a product are stored, with the warnings they deserve.
struct TermsRun {
  private let run: WriteRun

  init(_ run: WriteRun) {
    self.run = run
  }

  func run(_ store: (Ledger, _ dryRun: Bool) throws -> ProductListRenderer.Product) throws {
    try run.run(
      store,
      plan: { _, product in
        var plan = Plan([product], ProductListRenderer.self)
        for warning in Self.warnings(product) {
          plan.line(warning.indonesian, warning.english)
        }
        return plan
      },
      print: { style, product in
        try run.report.write([product], with: ProductListRenderer(style))
        for warning in Self.warnings(product) { Terminal.message(say(warning)) }
      })
  }

  private static func warnings(_ product: ProductListRenderer.Product) -> [Phrase] {
    product.terms.flatMap(\.warnings).map(\.message)
  }
}
