/// Writes the result of verifying a book.
public struct VerificationReportRenderer: DocumentRenderer {
  private let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes every check, how often it failed and where first.
  public func render(_ document: VerificationReport, into output: inout TextOutput) {
    switch style.format {
    case .text, .html: style.draw(report(document), into: &output)
    case .csv: csv(document, into: &output)
    case .json: json(document, into: &output)
    }
  }

  private func report(_ report: VerificationReport) -> Report {
    let words = style.words
    let table = ReportTable(
      [
        .left(words.check, 18), .left(words.description, 41), .right(words.examined, 10),
        .right(words.failed, 8),
      ], report.checks
    ) { check in
      [
        .text(check.name), .text(words(check.meaning)), .count(check.examined),
        .count(check.count),
      ]
    }.remarks { index in report.checks[index].first.map { "\(words.first): \($0)" } }
    return Report(
      title: words.verifyTitle,
      blocks: [
        .table(table),
        .fields(
          Report.Field(words.entries, String(report.entries)),
          Report.Field(words.legs, String(report.postings)),
          Report.Field(words.headHash, report.headHash), width: 12),
        .verdict(report.isOK ? words.allGood : words.notGood),
      ] + (report.advice.map { [.note(words($0))] } ?? []))
  }

  private func csv(_ report: VerificationReport, into output: inout TextOutput) {
    CSVWriter.header(["check", "examined", "count", "first"], into: &output)
    for check in report.checks {
      CSVWriter.row(
        [.text(check.name), .count(check.examined), .count(check.count), .optional(check.first)],
        into: &output)
    }
  }

  private func json(_ report: VerificationReport, into output: inout TextOutput) {
    JSONWriter.line(into: &output) { json in
      json.field("schema", "ksp.verify/1")
      json.field("ok", report.isOK)
      json.array("checks") { json in
        for check in report.checks {
          json.object { json in
            json.field("name", check.name)
            json.field("count", check.count)
            json.field("first", check.first)
          }
        }
      }
    }
  }
}
