import KSPCore
import KSPLedger
import KSPStatements

/// The way new terms of a savings product are stored, with the warnings they deserve.
struct SavingsTermsRun {
  let run: WriteRun

  /// `dropping` says what the new terms drop of the old ones: that is asked about.
  func callAsFunction(
    dropping: () -> [Phrase] = { [] },
    _ store: (Ledger, _ dryRun: Bool) throws -> SavingsProductListRenderer.Product
  ) throws {
    try run.run(
      store,
      rehearse: { _, product in
        var rehearsal = Rehearsal([product], SavingsProductListRenderer.self)
        for warning in Self.warnings(product) {
          rehearsal.line(warning.indonesian, warning.english)
        }
        for drop in dropping() {
          rehearsal.line("PERIKSA: \(drop.indonesian)", "CHECK: \(drop.english)")
          rehearsal.weight = .severe
        }
        return rehearsal
      },
      print: { style, product in
        try run.report.write([product], with: SavingsProductListRenderer(style))
        for warning in Self.warnings(product) + dropping() { Terminal.message(say(warning)) }
      })
  }

  private static func warnings(_ product: SavingsProductListRenderer.Product) -> [Phrase] {
    product.terms.flatMap(\.warnings).map(\.message)
  }
}
