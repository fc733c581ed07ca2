/// Writes what an import stored.
public struct ImportReportRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes the counts; in CSV one row.
  public func report(of report: ImportReport) -> Report {
    let words = style.words
    var blocks: [Report.Block] = [
      .fields(
        Report.Field(words.file, report.file),
        Report.Field(words.rows, String(report.rows)),
        Report.Field(words.stored, String(report.stored)),
        Report.Field(words.alreadyStored, String(report.alreadyStored)),
        Report.Field(words.corrected, report.corrected > 0 ? String(report.corrected) : nil),
        Report.Field(words.openingDifference, report.openingDifference?.formatted), width: 24)
    ]
    if !report.totals.isEmpty { blocks.append(totals(report)) }
    if !report.assigned.isEmpty { blocks += [.heading(words.assignedTitle), assigned(report)] }
    blocks += report.warnings.map { .note(words.check(words($0))) }
    return Report(
      "ksp.import/1", title: words.importTitle, subject: report.file, hasLetterhead: false,
      data: data(report), rows: rows(report), blocks: blocks)
  }

  private func totals(_ report: ImportReport) -> Report.Block {
    let words = style.words
    return .table(
      ReportTable(
        [.left(words.controlTotal, 24), .right(words.rowCount, 13), .right(words.amount, 22)],
        report.totals
      ) { total in
        [.text(words.importTotal(total.kind)), .count(total.rows), .amount(total.amount)]
      })
  }

  private func assigned(_ report: ImportReport) -> Report.Block {
    let words = style.words
    return .table(
      ReportTable(
        [.left(words.number, 14), .left(words.name, 36), .right(words.lineTitle, 9)],
        report.assigned
      ) { [.text($0.number.text), .text($0.name), .count($0.line)] })
  }

  private func rows(_ report: ImportReport) -> ReportRows {
    let counts = [
      ("read", report.rows), ("stored", report.stored), ("alreadyStored", report.alreadyStored),
    ]
    let rows: [[Cell]] =
      counts.map { [.text($0.0), .count($0.1), .blank] }
      + report.totals.map { [.text($0.kind.rawValue), .count($0.rows), .amount($0.amount)] }
      + report.assigned.map { [.text("assigned:\($0.number)"), .count($0.line), .blank] }
      + (report.openingDifference.map { [[.text("openingDifference"), .blank, .amount($0)]] } ?? [])
    return ReportRows(["file", "item", "rows", "amount"], rows.map { [.text(report.file)] + $0 })
  }

  private func data(_ report: ImportReport) -> ReportRecord {
    [
      "file": .text(report.file), "rows": .count(report.rows), "stored": .count(report.stored),
      "alreadyStored": .count(report.alreadyStored),
      "openingDifference": .amount(report.openingDifference),
      "totals": .list(report.totals) { total in
        [
          "kind": .text(total.kind.rawValue), "rows": .count(total.rows),
          "amount": .amount(total.amount),
        ]
      },
      "corrected": .count(report.corrected),
      "assigned": .list(report.assigned) { member in
        [
          "number": .text(member.number.text), "name": .text(member.name),
          "line": .count(member.line),
        ]
      },
      "warnings": .texts(report.warnings.map { style.words($0) }),
      "understanding": .present(report.understanding) {
        .record(SheetUnderstandingRenderer.data($0))
      },
    ]
  }
}
