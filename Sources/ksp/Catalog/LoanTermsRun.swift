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
      rehearse: { _, product in
        var rehearsal = Rehearsal([product], LoanProductListRenderer.self)
        for warning in product.terms.flatMap(\.warnings) {
          rehearsal.line(warningText(warning), warningText(warning))
        }
        return rehearsal
      },
      print: { style, product in
        try run.report.write([product], with: LoanProductListRenderer(style))
        pointOut(product.terms.flatMap(\.warnings))
      })
  }
}
