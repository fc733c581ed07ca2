/// Writes the rules of the tax on interest (aturan pajak jasa).
public struct TaxRulesRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes a line for each rule.
  public func report(of rules: [InterestTaxRule]) -> Report {
    let words = style.words
    let table = ReportTable(
      rules,
      [
        .left("kind", words.kind, 31) {
          .coded($0.memberKind.rawValue, shown: words($0.memberKind.name))
        },
        .left("from", words.effectiveFrom, 10) { words.cell($0.effectiveFrom) },
        .left("article", words.taxArticle, 9) {
          .coded($0.article.rawValue, shown: $0.article.name)
        },
        .right("threshold", words.threshold, 14) { .amount($0.threshold) },
        .right("rate", words.taxRate, 12) { rule in
          let rate = rule.rate.percentText
          return .coded(rate, shown: rate + "%" + (rule.doublesWithoutNumber ? " *" : ""))
        },
        .data("doubledWithoutNumber") { .flag($0.doublesWithoutNumber) },
      ])
    let isDoubled = rules.contains(where: \.doublesWithoutNumber)
    return Report(
      "ksp.tax-rules/1", title: words.taxRulesTitle, data: ["rules": .rows(table)],
      rows: ReportRows(table),
      blocks: [.table(table)] + (isDoubled ? [.note("* " + words.withoutTaxNumber)] : []))
  }
}
