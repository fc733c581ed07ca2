public import KSPCore

/// Writes how the cooperative's own income is taxed (aturan PPh badan).
public struct CorporateTaxRulesRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes a line for each rule, and the accounts that do not count.
  public func report(of rules: [CorporateTaxRule]) -> Report {
    let words = style.words
    let table = ReportTable(
      rules,
      [
        .left("from", words.from, 8) { words.cell($0.effectiveFrom) },
        .left("until", words("Sampai", "Until"), 8) { $0.until.map { words.cell($0) } ?? .blank },
        .left("basis", words("Yang dipajaki", "What is taxed"), 28) {
          .coded($0.basis.rawValue, shown: words($0.basis.name))
        },
        .right("rate", words.taxRate, 12) {
          .coded($0.rate.percentText, shown: words($0.rate.inWords))
        },
        .data("exempt") { .text(Self.codes($0)) },
      ]
    ).remarks { index in
      let codes = Self.codes(rules[index])
      return codes.isEmpty ? nil : words("tidak dihitung: \(codes)", "does not count: \(codes)")
    }
    return Report(
      "ksp.corporate-tax-rules/1",
      title: words("ATURAN PPH BADAN", "RULES OF CORPORATE TAX"),
      data: ["rules": .rows(table)], rows: ReportRows(table),
      blocks: rules.isEmpty
        ? [
          .note(
            words(
              "Belum ada aturan; PPh badan dibukukan dengan tangan.",
              "There are no rules; corporate tax is booked by hand."))
        ]
        : [.table(table)]
    ).statement(known: style.known)
  }

  private static func codes(_ rule: CorporateTaxRule) -> String {
    (rule.exempt ?? []).map(\.text).joined(separator: " ")
  }
}
