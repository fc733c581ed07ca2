/// Writes the slip for collateral that is taken or given back (tanda terima agunan).
public struct CollateralSlipRenderer: DocumentRenderer {
  private let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes one slip; in CSV a row for each collateral.
  public func render(_ document: CollateralSlip, into output: inout TextOutput) {
    switch style.format {
    case .text, .html: style.draw(report(document), into: &output)
    case .csv: csv(document, into: &output)
    case .json: json(document, into: &output)
    }
  }

  private func report(_ slip: CollateralSlip) -> Report {
    let words = style.words
    let loan = slip.loan
    return Report(
      title: slip.isReleased ? words.collateralReturned : words.collateralTaken,
      subject: style.isRehearsal ? words.rehearsal : loan.number,
      copies: [words.copyForMember, words.copyForBook],
      blocks: [
        .fields(
          Report.Field(words.loan, loan.number),
          Report.Field(words.name, "\(loan.memberNumber) \(loan.memberName)"),
          Report.Field(words.date, words(slip.date.inWords)),
          Report.Field(words.outstanding, slip.outstanding.formatted),
          Report.Field(words.memo, slip.note.memo),
          Report.Field(words.reference, slip.note.reference), width: 18),
        .table(table(slip.items)),
      ] + left(slip) + [
        .signatures(
          [
            Report.Signature(role: words.signatureClerk, name: slip.note.recordedBy),
            Report.Signature(role: words.signatureMember, name: loan.memberName),
          ], printedOnly: false)
      ])
  }

  /// What is held after something was given back.
  private func left(_ slip: CollateralSlip) -> [Report.Block] {
    guard slip.isReleased else { return [] }
    let words = style.words
    guard !slip.left.isEmpty else { return [.note(words.noCollateralLeft)] }
    return [.heading(words.collateralLeft), .table(table(slip.left))]
  }

  private func table(_ items: [CollateralSlip.Item]) -> ReportTable {
    let words = style.words
    return ReportTable(
      [
        .right(words.ordinal, 4), .left(words.kind, 15), .left(words.description, 36),
        .sum(words.collateralValue, 20),
      ], items
    ) { item in
      [
        .count(item.line), .text(words.collateral(item.collateral.kind)),
        .text(item.collateral.description), .amount(item.collateral.value),
      ]
    }
  }

  private func csv(_ slip: CollateralSlip, into output: inout TextOutput) {
    CSVWriter.header(
      ["loan", "member", "date", "released", "line", "kind", "description", "value"], into: &output)
    for item in slip.items {
      CSVWriter.row(
        [
          .text(slip.loan.number), .text(slip.loan.memberName), .date(slip.date),
          .text(slip.isReleased ? "true" : "false"), .count(item.line),
          .text(item.collateral.kind.rawValue), .text(item.collateral.description),
          .amount(item.collateral.value),
        ], into: &output)
    }
  }

  private func json(_ slip: CollateralSlip, into output: inout TextOutput) {
    JSONWriter.line(into: &output) { json in
      json.field("schema", "ksp.collateral-slip/1")
      json.field("loan", slip.loan.number)
      json.field("memberNumber", slip.loan.memberNumber)
      json.field("member", slip.loan.memberName)
      json.field("date", slip.date)
      json.field("released", slip.isReleased)
      json.field("outstanding", slip.outstanding)
      for (name, items) in [("items", slip.items), ("left", slip.left)] {
        json.array(name) { json in
          for item in items {
            json.object { json in
              json.field("line", item.line)
              json.field("kind", item.collateral.kind.rawValue)
              json.field("description", item.collateral.description)
              json.field("value", item.collateral.value)
            }
          }
        }
      }
      json.field("reference", slip.note.reference)
      json.field("memo", slip.note.memo)
      json.field("recordedBy", slip.note.recordedBy)
    }
  }
}
