/// Writes the rules by which lines of a bank are booked (aturan bank).
public struct BankRulesRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes a line for each rule.
  public func report(of rules: [BankRule]) -> Report {
    let words = style.words
    let table = ReportTable(
      rules,
      [
        .left("text", words("Keterangan memuat", "Description holds"), 50) { .text($0.text) },
        .left("target", words.counterpart, 20) { .text($0.target.text) },
      ])
    return Report(
      "ksp.bank-rules/1", title: words("ATURAN BANK", "RULES OF THE BANK"),
      data: ["rules": .rows(table)], rows: ReportRows(table), blocks: [.table(table)])
  }
}
