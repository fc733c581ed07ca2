/// Writes what an import stored.
public struct ImportReportRenderer: DocumentRenderer {
  private let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes the counts; in CSV one row.
  public func render(_ document: ImportReport, into output: inout TextOutput) {
    switch style.format {
    case .text, .html: style.draw(report(document), into: &output)
    case .csv: csv(document, into: &output)
    case .json: json(document, into: &output)
    }
  }

  private func report(_ report: ImportReport) -> Report {
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
      title: words.importTitle, subject: report.file, hasLetterhead: false, blocks: blocks)
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
      ) { [.text($0.number), .text($0.name), .count($0.line)] })
  }

  private func csv(_ report: ImportReport, into output: inout TextOutput) {
    CSVWriter.header(["file", "item", "rows", "amount"], into: &output)
    let counts = [
      ("read", report.rows), ("stored", report.stored), ("alreadyStored", report.alreadyStored),
    ]
    for (item, count) in counts {
      CSVWriter.row([.text(report.file), .text(item), .count(count), .blank], into: &output)
    }
    for total in report.totals {
      CSVWriter.row(
        [
          .text(report.file), .text(total.kind.rawValue), .count(total.rows),
          .amount(total.amount),
        ], into: &output)
    }
    for member in report.assigned {
      CSVWriter.row(
        [
          .text(report.file), .text("assigned:\(member.number)"), .count(member.line), .blank,
        ], into: &output)
    }
    guard let difference = report.openingDifference else { return }
    CSVWriter.row(
      [.text(report.file), .text("openingDifference"), .blank, .amount(difference)], into: &output)
  }

  private func json(_ report: ImportReport, into output: inout TextOutput) {
    JSONWriter.line(into: &output) { json in
      json.field("schema", "ksp.import/1")
      json.field("file", report.file)
      json.field("rows", report.rows)
      json.field("stored", report.stored)
      json.field("alreadyStored", report.alreadyStored)
      json.field("openingDifference", report.openingDifference)
      json.array("totals") { json in
        for total in report.totals {
          json.object { json in
            json.field("kind", total.kind.rawValue)
            json.field("rows", total.rows)
            json.field("amount", total.amount)
          }
        }
      }
      json.field("corrected", report.corrected)
      json.array("assigned") { json in
        for member in report.assigned {
          json.object { json in
            json.field("number", member.number)
            json.field("name", member.name)
            json.field("line", member.line)
          }
        }
      }
      json.array("warnings") { json in
        for warning in report.warnings { json.element(style.words(warning)) }
      }
      guard let sheet = report.understanding else { return }
      json.object("understanding") { json in
        SheetUnderstandingRenderer.fields(sheet, into: &json)
      }
    }
  }
}
