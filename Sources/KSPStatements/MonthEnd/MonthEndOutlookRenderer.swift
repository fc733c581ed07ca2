/// Writes what stands before a month end (periksa tutup bulan).
public struct MonthEndOutlookRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes whether the month may be closed, and a line for each finding.
  public func report(of outlook: MonthEndOutlook) -> Report {
    let words = style.words
    let table = words.findings(outlook.findings)
    return Report(
      "ksp.month-end-check/1", title: words.monthEndCheckTitle,
      subject: words(outlook.month.name),
      data: [
        "month": .text(outlook.month.description), "today": .date(outlook.today),
        "ended": .flag(outlook.hasEnded), "ready": .flag(outlook.isReady),
        "openingDifference": .amount(outlook.openingDifference),
        "obstacles": .list(outlook.obstacles) { obstacle in
          [
            "code": .text(obstacle.code.rawValue), "message": .text(words(obstacle.message)),
            "advice": .text(words(obstacle.advice)),
            "remedies": .list(obstacle.remedies, style.record),
          ]
        },
        "differences": .list(outlook.differences) { difference in
          [
            "list": .text(difference.list.rawValue), "account": .text(difference.account.text),
            "listed": .amount(difference.listed), "ledger": .amount(difference.ledger),
            "difference": .amount(difference.difference),
          ]
        },
        "findings": .rows(table),
      ], rows: ReportRows(table),
      blocks: [
        .fields(
          Report.Field(words.month, words(outlook.month.name)),
          Report.Field(words.lookedAtOn, words(outlook.today.inWords)),
          Report.Field(words.findingsAsOf, words(outlook.month.lastDay.inWords)))
      ] + verdict(outlook).map(Report.Block.note)
        + (outlook.findings.isEmpty ? [.note(words.noFindings)] : [.table(table)]))
  }

  /// Whether the month may be closed; of everything that stands in the way what it is, and what to
  /// do about it.
  private func verdict(_ outlook: MonthEndOutlook) -> [String] {
    let words = style.words
    guard outlook.obstacles.isEmpty else {
      return outlook.obstacles.flatMap { obstacle in
        [words.monthStands(obstacle)] + style.advice(words(obstacle.advice), obstacle.remedies)
      }
    }
    return [
      outlook.hasEnded
        ? words.monthReady(outlook.month) : words.monthEnds(outlook.month.lastDay)
    ]
  }
}
