/// Writes the slip for collateral that is taken or given back (tanda terima agunan).
public struct CollateralSlipRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes one slip; in CSV a row for each collateral.
  public func report(of slip: CollateralSlip) -> Report {
    let words = style.words
    let loan = slip.loan
    let items = table(slip.items, of: slip)
    return Report(
      "ksp.collateral-slip/1",
      title: slip.isReleased ? words.collateralReturned : words.collateralTaken,
      subject: style.isRehearsal ? words.rehearsal : loan.number.text,
      copies: [words.copyForMember, words.copyForBook],
      data: [
        "loan": .text(loan.number.text), "memberNumber": .text(loan.memberNumber.text),
        "member": .text(loan.memberName), "date": .date(slip.date),
        "released": .flag(slip.isReleased), "outstanding": .amount(slip.outstanding),
        "items": .rows(items), "left": .rows(table(slip.left, of: slip)),
        "reference": .text(slip.reference), "memo": .text(slip.note.memo),
        "recordedBy": .text(slip.note.recordedBy),
      ], rows: ReportRows(items),
      blocks: [
        .fields(
          Report.Field(words.loan, loan.number.text),
          Report.Field(words.name, "\(loan.memberNumber) \(loan.memberName)"),
          Report.Field(words.date, words(slip.date.inWords)),
          Report.Field(words.outstanding, slip.outstanding.formatted),
          Report.Field(words.memo, slip.note.memo),
          Report.Field(words.reference, slip.reference), width: 18),
        .table(items),
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
    return [.heading(words.collateralLeft), .table(table(slip.left, of: slip))]
  }

  private func table(_ items: [CollateralSlip.Item], of slip: CollateralSlip) -> ReportTable {
    let words = style.words
    return ReportTable(
      items,
      [
        .constant("loan", .text(slip.loan.number.text)).only(.csv),
        .constant("member", .text(slip.loan.memberName)).only(.csv),
        .constant("date", .date(slip.date)).only(.csv),
        .constant("released", .flag(slip.isReleased)).only(.csv),
        .right("line", words.ordinal, 4) { .count($0.line) },
        .left("kind", words.kind, 15) {
          .coded($0.collateral.kind.rawValue, shown: words.collateral($0.collateral.kind))
        },
        .left("description", words.description, 36) { .text($0.collateral.description) },
        .sum("value", words.collateralValue, 20) { .amount($0.collateral.value) },
      ])
  }
}
