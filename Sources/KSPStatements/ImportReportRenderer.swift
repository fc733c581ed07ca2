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
    case .text: text(document, into: &output)
    case .csv: csv(document, into: &output)
    case .json: json(document, into: &output)
    }
  }

  private func text(_ report: ImportReport, into output: inout TextOutput) {
    let words = style.words
    func field(_ label: String, _ value: String) {
      style.labelled(label, value, width: 24, into: &output)
    }
    output.line(words.importTitle)
    output.newline()
    field(words.file, report.file)
    field(words.rows, String(report.rows))
    field(words.stored, String(report.stored))
    field(words.alreadyStored, String(report.alreadyStored))
    if let difference = report.openingDifference {
      field(words.openingDifference, difference.formatted)
    }
  }

  private func csv(_ report: ImportReport, into output: inout TextOutput) {
    CSVWriter.header(
      ["file", "rows", "stored", "already_stored", "opening_difference"], into: &output)
    CSVWriter.row(
      [
        .text(report.file), .count(report.rows), .count(report.stored),
        .count(report.alreadyStored), .optional(report.openingDifference?.description),
      ], into: &output)
  }

  private func json(_ report: ImportReport, into output: inout TextOutput) {
    JSONWriter.line(into: &output) { json in
      json.field("schema", "ksp.import/1")
      json.field("file", report.file)
      json.field("rows", report.rows)
      json.field("stored", report.stored)
      json.field("alreadyStored", report.alreadyStored)
      json.field("openingDifference", report.openingDifference)
    }
  }
}
