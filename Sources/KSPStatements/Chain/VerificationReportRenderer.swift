/// Writes the result of verifying a book.
public struct VerificationReportRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes every check, how often it failed and where first.
  public func report(of report: VerificationReport) -> Report {
    let words = style.words
    let table = ReportTable(
      report.checks,
      [
        .left("check", words.check, 18) { .text($0.name) }.only([.people, .csv]),
        .data("name") { .text($0.name) }.only(.json),
        .left("meaning", words.description, 41) { .text(words($0.meaning)) }.only(.people),
        .right("examined", words.examined, 10) { .count($0.examined) }.only([.people, .csv]),
        .right("count", words.failed, 8) { .count($0.count) },
        .data("first") { .optional($0.first) },
      ]
    ).remarks { index in report.checks[index].first.map { "\(words.first): \($0)" } }
    return Report(
      "ksp.verify/1", title: words.verifyTitle,
      data: ["ok": .flag(report.isOK), "checks": .rows(table)], rows: ReportRows(table),
      blocks: [
        .table(table),
        .fields(
          Report.Field(words.entries, String(report.entries)),
          Report.Field(words.legs, String(report.postings)),
          Report.Field(words.headHash, report.headHash), width: 12),
        .verdict(report.isOK ? words.allGood : words.notGood),
      ] + (report.advice.map { [.note(words($0))] } ?? []))
  }
}
