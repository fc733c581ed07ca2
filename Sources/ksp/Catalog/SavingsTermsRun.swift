import KSPCore
import KSPLedger
import KSPStatements

/// The way new terms of a savings product are stored, with the warnings they deserve.
struct SavingsTermsRun {
  let run: WriteRun

  func callAsFunction(
    _ store: (Ledger, _ dryRun: Bool) throws -> SavingsProductListRenderer.Product
  ) throws {
    try run.run(
      store,
      rehearse: { _, product in
        var rehearsal = Rehearsal([product], SavingsProductListRenderer.self)
        for warning in Self.warnings(product) {
          rehearsal.line(warning.indonesian, warning.english)
        }
        return rehearsal
      },
      print: { style, product in
        try run.report.write([product], with: SavingsProductListRenderer(style))
        for warning in Self.warnings(product) { Terminal.message(say(warning)) }
      })
  }

  private static func warnings(_ product: SavingsProductListRenderer.Product) -> [Phrase] {
    product.terms.flatMap(\.warnings).map(\.message)
  }
}
