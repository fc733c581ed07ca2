public import KSPCore

/// Writes what products offer to those who save every month for a term (syarat simpanan berencana).
public struct PlannedTermsRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes a line for each term.
  public func report(of terms: [PlannedSavingsTerms]) -> Report {
    let words = style.words
    let table = ReportTable(
      terms,
      [
        .left("product", words.product, 16) { .text($0.product.text) },
        .left("from", words.from, 8) { words.cell($0.effectiveFrom) },
        .right("plannedMonths", words("Bulan", "Months"), 7) { .count($0.months) },
        .right("rate", words.rate, 14) { rate($0.rate) },
        .right("lapsedRate", words.lapsedRate, 14) { rate($0.lapsedRate) },
        .right("misses", words("Gugur", "Lapses"), 7) { .count($0.misses) },
        .right("leastMonthly", words("Terkecil", "Least"), 12) { .amount($0.least) },
      ])
    return Report(
      "ksp.planned-terms/1",
      title: words("SYARAT SIMPANAN BERENCANA", "TERMS OF PLANNED SAVINGS"),
      data: ["terms": .rows(table)], rows: ReportRows(table),
      blocks: terms.isEmpty
        ? [.note(words("Tidak ada syarat berencana.", "Nothing is offered."))] : [.table(table)]
    ).statement(known: style.known)
  }

  private func rate(_ rate: Rate) -> Cell {
    .coded(rate.description, shown: style.words.rate(rate))
  }
}
