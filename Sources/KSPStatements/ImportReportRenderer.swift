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
    return Report(
      title: words.importTitle, subject: report.file, hasLetterhead: false,
      blocks: [
        .fields(
          Report.Field(words.file, report.file),
          Report.Field(words.rows, String(report.rows)),
          Report.Field(words.stored, String(report.stored)),
          Report.Field(words.alreadyStored, String(report.alreadyStored)),
          Report.Field(words.outstanding, report.loans?.outstanding.formatted),
          Report.Field(words.interestOverdue, report.loans?.interestArrears.formatted),
          Report.Field(words.lateFee, report.loans?.lateFee.formatted),
          Report.Field(words.openingDifference, report.openingDifference?.formatted), width: 24)
      ])
  }

  private func csv(_ report: ImportReport, into output: inout TextOutput) {
    let loans = report.loans
    CSVWriter.header(
      [
        "file", "rows", "stored", "already_stored", "opening_difference", "outstanding",
        "interest_arrears", "late_fee",
      ], into: &output)
    CSVWriter.row(
      [
        .text(report.file), .count(report.rows), .count(report.stored),
        .count(report.alreadyStored), .optional(report.openingDifference?.description),
        .optional(loans?.outstanding.description), .optional(loans?.interestArrears.description),
        .optional(loans?.lateFee.description),
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
      guard let loans = report.loans else { return }
      json.field("outstanding", loans.outstanding)
      json.field("interestArrears", loans.interestArrears)
      json.field("lateFee", loans.lateFee)
    }
  }
}
