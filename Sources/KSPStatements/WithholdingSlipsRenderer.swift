/// Writes the withholding slips of a month (bukti potong).
public struct WithholdingSlipsRenderer: DocumentRenderer {
  private let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes a line for each member.
  public func render(_ document: [WithholdingSlip], into output: inout TextOutput) {
    switch style.format {
    case .text: text(document, into: &output)
    case .csv: csv(document, into: &output)
    case .json: json(document, into: &output)
    }
  }

  private func text(_ slips: [WithholdingSlip], into output: inout TextOutput) {
    let words = style.words
    style.heading(words.slips.uppercased(), into: &output)
    let table = TextTable([
      .left(words.month, 7), .left(words.number, 8), .left(words.name, 19),
      .left(words.nationalID, 16), .right(words.gross, 14), .right(words.tax, 11),
    ])
    table.header(into: &output)
    for slip in slips {
      table.row(
        [
          .text(slip.month.description), .text(slip.memberNumber), .text(slip.memberName),
          .optional(slip.nationalID), .amount(slip.gross), .amount(slip.tax),
        ], into: &output)
    }
    table.rule(into: &output)
    table.row(
      [
        .blank, .blank, .text(words.total), .blank,
        .total(slips.reduce(0) { $0 + Int128($1.gross.sen) }),
        .total(slips.reduce(0) { $0 + Int128($1.tax.sen) }),
      ], into: &output)
  }

  private func csv(_ slips: [WithholdingSlip], into output: inout TextOutput) {
    CSVWriter.header(
      ["month", "member", "name", "national_id", "kind", "gross", "tax"], into: &output)
    for slip in slips {
      CSVWriter.row(
        [
          .text(slip.month.description), .text(slip.memberNumber), .text(slip.memberName),
          .optional(slip.nationalID), .text(slip.memberKind.rawValue), .amount(slip.gross),
          .amount(slip.tax),
        ], into: &output)
    }
  }

  private func json(_ slips: [WithholdingSlip], into output: inout TextOutput) {
    JSONWriter.line(into: &output) { json in
      json.field("schema", "ksp.slips/1")
      json.array("slips") { json in
        for slip in slips {
          json.object { json in
            json.field("month", slip.month.description)
            json.field("member", slip.memberNumber)
            json.field("name", slip.memberName)
            json.field("nationalID", slip.nationalID)
            json.field("kind", slip.memberKind.rawValue)
            json.field("gross", slip.gross)
            json.field("tax", slip.tax)
          }
        }
      }
    }
  }
}
