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
    case .text, .html: style.draw(report(document), into: &output)
    case .csv: csv(document, into: &output)
    case .json: json(document, into: &output)
    }
  }

  private func report(_ slips: [WithholdingSlip]) -> Report {
    let words = style.words
    let table = ReportTable(
      [
        .left(words.taxCode, 9), .left(words.number, 8), .left(words.name, 17),
        .left(words.nationalID, 16), .sum(words.gross, 14), .sum(words.tax, 11),
      ], slips
    ) { slip in
      [
        .text(slip.code), .text(slip.memberNumber), .text(slip.memberName),
        .optional(slip.taxpayerNumber), .amount(slip.gross), .amount(slip.tax),
      ]
    }.total(words.total, in: 2)
    let notes = slips.flatMap { slip -> [Report.Block] in
      let name = "\(slip.memberNumber) \(slip.memberName): "
      return [
        slip.isCorrection ? words.slipCorrected : nil,
        slip.claimed.isPositive ? words.slipClaimed(slip.claimed) : nil,
        slip.recovered.isPositive ? words.slipRecovered(slip.recovered) : nil,
      ].compactMap(\.self).map { .note(name + $0) }
    }
    return Report(
      title: ([words.slips] + slips.prefix(1).map { words($0.month.name) })
        .joined(separator: " ").uppercased(),
      blocks: [.table(table)] + notes + [.signatures(words.preparedAndChecked, printedOnly: true)])
  }

  private func csv(_ slips: [WithholdingSlip], into output: inout TextOutput) {
    CSVWriter.header(
      [
        "month", "member", "name", "nik", "npwp", "kind", "gross", "tax", "code", "rate",
        "claimed", "recovered", "corrected",
      ], into: &output)
    for slip in slips {
      CSVWriter.row(
        [
          .text(slip.month.description), .text(slip.memberNumber), .text(slip.memberName),
          .optional(slip.nik), .optional(slip.npwp), .text(slip.memberKind.rawValue),
          .amount(slip.gross), .amount(slip.tax), .text(slip.code),
          .text(Rate.percentText(slip.rateBillionths)), .amount(slip.claimed),
          .amount(slip.recovered), .text(slip.isCorrection ? "true" : "false"),
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
            json.field("nik", slip.nik)
            json.field("npwp", slip.npwp)
            json.field("kind", slip.memberKind.rawValue)
            json.field("gross", slip.gross)
            json.field("tax", slip.tax)
            json.field("code", slip.code)
            json.field("rate", Rate.percentText(slip.rateBillionths))
            json.field("claimed", slip.claimed)
            json.field("recovered", slip.recovered)
            json.field("corrected", slip.isCorrection)
          }
        }
      }
    }
  }
}

extension WithholdingSlip {
  /// What the tax office knows the member by: a person by their NIK, an organisation by its NPWP.
  fileprivate var taxpayerNumber: String? {
    memberKind != .organization ? nik ?? npwp : npwp ?? nik
  }
}
