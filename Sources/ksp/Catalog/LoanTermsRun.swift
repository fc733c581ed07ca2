import KSPCore
import KSPLedger
import KSPStatements

/// The way new terms of a loan product are stored, with the warnings they deserve.
struct LoanTermsRun {
  let run: WriteRun

  func callAsFunction(
    _ store: (Ledger, _ dryRun: Bool) throws -> LoanProductListRenderer.Product
  ) throws {
    try run.run(
      store,
      plan: { _, product in
        var plan = Plan([product], LoanProductListRenderer.self)
        for warning in product.terms.flatMap(\.warnings) {
          plan.line(warningText(warning), warningText(warning))
        }
        return plan
      },
      print: { style, product in
        try run.report.write([product], with: LoanProductListRenderer(style))
        announce(product.terms.flatMap(\.warnings))
      })
  }
}
