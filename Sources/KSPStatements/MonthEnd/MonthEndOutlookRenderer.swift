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
        "findings": .rows(table),
      ], rows: ReportRows(table),
      blocks: [
        .fields(
          Report.Field(words.month, words(outlook.month.name)),
          Report.Field(words.asOfDay, words(outlook.today.inWords))),
        .note(verdict(outlook)),
      ] + (outlook.findings.isEmpty ? [.note(words.noFindings)] : [.table(table)]))
  }

  private func verdict(_ outlook: MonthEndOutlook) -> String {
    let words = style.words
    guard outlook.openingDifference.isZero else {
      return words.openingStands(outlook.openingDifference)
    }
    return outlook.hasEnded
      ? words.monthReady(outlook.month) : words.monthEnds(outlook.month.lastDay)
  }
}
