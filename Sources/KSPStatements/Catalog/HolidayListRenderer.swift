/// Writes the days without business.
public struct HolidayListRenderer: DocumentRenderer {
  private let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes a line for each day.
  public func render(_ document: [Holiday], into output: inout TextOutput) {
    switch style.format {
    case .text, .html: style.draw(report(document), into: &output)
    case .csv:
      CSVWriter.header(["date", "name"], into: &output)
      for holiday in document {
        CSVWriter.row([.date(holiday.day), .text(holiday.name)], into: &output)
      }
    case .json:
      JSONWriter.line(into: &output) { json in
        json.field("schema", "ksp.holidays/1")
        json.array("holidays") { json in
          for holiday in document {
            json.object { json in
              json.field("date", holiday.day)
              json.field("name", holiday.name)
            }
          }
        }
      }
    }
  }

  private func report(_ holidays: [Holiday]) -> Report {
    let words = style.words
    return Report(
      title: words.holidaysTitle,
      blocks: [
        .table(
          ReportTable([.left(words.date, 30), .left(words.description, 40)], holidays) {
            [.text(words($0.day.inWords)), .text($0.name)]
          }), .note(words.sundaysToo),
      ])
  }
}
