/// Writes what a month end posted or would post (tutup bulan).
public struct MonthEndReportRenderer: DocumentRenderer {
  private let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes a line for each product.
  public func render(_ document: MonthEndReport, into output: inout TextOutput) {
    switch style.format {
    case .text: text(document, into: &output)
    case .csv: csv(document, into: &output)
    case .json: json(document, into: &output)
    }
  }

  private func text(_ report: MonthEndReport, into output: inout TextOutput) {
    let words = style.words
    style.heading(words.monthEndTitle, into: &output)
    style.labelled(words.month, words(report.month.name), into: &output)
    style.labelled(words.outcome, words.outcome(report.outcome), into: &output)
    if let closedAt = report.closedAt {
      style.labelled(words.closedAt, closedAt.description, into: &output)
    }
    output.newline()
    let table = TextTable([
      .left(words.product, 22), .right(words.accounts, 9), .right(words.paid, 8),
      .right(words.gross, 15), .right(words.tax, 12), .right(words.voucher, 9),
    ])
    table.header(into: &output)
    for product in report.products {
      table.row(
        [
          .text(words(product.name)), .count(product.accountsExamined),
          .count(product.accountsPaid), .amount(product.gross), .amount(product.tax),
          .optional(product.entry),
        ], into: &output)
    }
    table.rule(into: &output)
    table.row(
      [
        .text(words.total), .count(report.products.reduce(0) { $0 + $1.accountsExamined }),
        .count(report.products.reduce(0) { $0 + $1.accountsPaid }),
        .total(report.products.reduce(0) { $0 + Int128($1.gross.sen) }),
        .total(report.products.reduce(0) { $0 + Int128($1.tax.sen) }),
      ], into: &output)
    style.labelled(words.slips, String(report.slips), into: &output)
  }

  private func csv(_ report: MonthEndReport, into output: inout TextOutput) {
    CSVWriter.header(
      ["month", "product", "accounts", "paid", "gross", "tax", "voucher"], into: &output)
    for product in report.products {
      CSVWriter.row(
        [
          .text(report.month.description), .text(product.code), .count(product.accountsExamined),
          .count(product.accountsPaid), .amount(product.gross), .amount(product.tax),
          .optional(product.entry),
        ], into: &output)
    }
  }

  private func json(_ report: MonthEndReport, into output: inout TextOutput) {
    JSONWriter.line(into: &output) { json in
      json.field("schema", "ksp.month-end/1")
      json.field("month", report.month.description)
      json.field("outcome", report.outcome.rawValue)
      json.array("products") { json in
        for product in report.products {
          json.object { json in
            json.field("code", product.code)
            json.field("name", style.words(product.name))
            json.field("accounts", product.accountsExamined)
            json.field("paid", product.accountsPaid)
            json.field("gross", product.gross)
            json.field("tax", product.tax)
            json.field("voucher", product.entry)
          }
        }
      }
      json.field("slips", report.slips)
      json.field("closedAt", report.closedAt?.description)
    }
  }
}
