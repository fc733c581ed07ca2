/// Writes the interest of term deposits that was paid (jasa berjangka).
public struct TermPaymentsRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes a line for each payment.
  public func report(of receipts: [Receipt]) -> Report {
    let words = style.words
    let table = ReportTable(
      receipts,
      [
        .left("date", words.date, 10) { .date($0.bookDate) },
        .left("account", words.account, 13) { .optional($0.account?.text) },
        .left("memberName", words.name, 20) { .optional($0.memberName) },
        .sum("tax", words.tax, 13) { .amount($0.deductions.first?.amount ?? .zero) },
        .sum("net", words.netInterest, 14) { .amount($0.amount) },
        .data("entry") { .entry($0.entry) },
      ]
    ).total("\(words.total): \(receipts.count)", in: 2)
    let warnings = receipts.flatMap(\.warnings)
    return Report(
      "ksp.term-payments/1", title: words.termPaymentsTitle,
      data: ["payments": .rows(table), "warnings": words.data(warnings)],
      rows: ReportRows(table), blocks: [.table(table)])
  }
}
