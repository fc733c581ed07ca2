import KSPCore
import KSPLedger
import KSPStatements

/// The way new terms of a loan product are stored, with the warnings they deserve.
struct LoanTermsRun {
  let run: WriteRun

  /// The terms that new ones take the place of, once they are known.
  final class Before {
    var terms: LoanTerms?
  }

  func callAsFunction(
    replacing before: Before = Before(),
    _ store: (Ledger, _ dryRun: Bool) throws -> LoanProductListRenderer.Product
  ) throws {
    try run.run(
      store,
      rehearse: { _, product in
        var rehearsal = Rehearsal([product], LoanProductListRenderer.self)
        for warning in product.terms.flatMap(\.warnings) {
          rehearsal.line(warningText(warning), warningText(warning))
        }
        for gone in dropped(before, product) {
          rehearsal.line("PERIKSA: hilang: \(gone.indonesian).", "CHECK: dropped: \(gone.english).")
          rehearsal.weight = .severe
        }
        return rehearsal
      },
      print: { style, product in
        try run.report.write([product], with: LoanProductListRenderer(style))
        pointOut(product.terms.flatMap(\.warnings))
        for gone in dropped(before, product) {
          Terminal.message(say("Hilang: \(gone.indonesian).", "Dropped: \(gone.english)."))
        }
      })
  }

  private func dropped(
    _ before: Before, _ product: LoanProductListRenderer.Product
  ) -> [Phrase] {
    guard let old = before.terms, let new = product.terms.last else { return [] }
    return old.dropped(by: new)
  }
}
