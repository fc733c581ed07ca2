/// Writes the days without business.
public struct HolidayListRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes a line for each day.
  public func report(of holidays: [Holiday]) -> Report {
    let words = style.words
    let table = ReportTable(
      holidays,
      [
        .left("day", words.date, 30) { .text(words($0.day.inWords)) }.only(.people),
        .data("date") { .date($0.day) }, .left("name", words.description, 40) { .text($0.name) },
      ])
    return Report(
      "ksp.holidays/1", title: words.holidaysTitle, data: ["holidays": .rows(table)],
      rows: ReportRows(table), blocks: [.table(table), .note(words.sundaysToo)])
  }
}
