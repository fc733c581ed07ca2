/// Writes the rules of the tax on interest (aturan pajak jasa).
public struct TaxRulesRenderer: DocumentRenderer {
  private let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes a line for each rule.
  public func render(_ document: [InterestTaxRule], into output: inout TextOutput) {
    switch style.format {
    case .text, .html: style.draw(report(document), into: &output)
    case .csv: csv(document, into: &output)
    case .json: json(document, into: &output)
    }
  }

  private func report(_ rules: [InterestTaxRule]) -> Report {
    let words = style.words
    let table = ReportTable(
      [
        .left(words.kind, 31), .left(words.effectiveFrom, 10), .left(words.taxArticle, 9),
        .right(words.threshold, 14), .right(words.taxRate, 12),
      ], rules
    ) { rule in
      [
        .text(words(rule.memberKind.name)), .text(rule.effectiveFrom.description),
        .text(rule.article.name), .amount(rule.threshold),
        .text(
          Rate.percentText(rule.rateBillionths) + "%" + (rule.doublesWithoutNumber ? " *" : "")),
      ]
    }
    let isDoubled = rules.contains(where: \.doublesWithoutNumber)
    return Report(
      title: words.taxRulesTitle,
      blocks: [.table(table)] + (isDoubled ? [.note("* " + words.withoutTaxNumber)] : []))
  }

  private func csv(_ rules: [InterestTaxRule], into output: inout TextOutput) {
    CSVWriter.header(
      ["kind", "from", "article", "threshold", "rate", "doubled_without_number"], into: &output)
    for rule in rules {
      CSVWriter.row(
        [
          .text(rule.memberKind.rawValue), .text(rule.effectiveFrom.description),
          .text(rule.article.rawValue), .amount(rule.threshold),
          .text(Rate.percentText(rule.rateBillionths)),
          .text(rule.doublesWithoutNumber ? "true" : "false"),
        ], into: &output)
    }
  }

  private func json(_ rules: [InterestTaxRule], into output: inout TextOutput) {
    JSONWriter.line(into: &output) { json in
      json.field("schema", "ksp.tax-rules/1")
      json.array("rules") { json in
        for rule in rules {
          json.object { json in
            json.field("kind", rule.memberKind.rawValue)
            json.field("from", rule.effectiveFrom.description)
            json.field("article", rule.article.rawValue)
            json.field("threshold", rule.threshold)
            json.field("rate", Rate.percentText(rule.rateBillionths))
            json.field("doubledWithoutNumber", rule.doublesWithoutNumber)
          }
        }
      }
    }
  }
}
