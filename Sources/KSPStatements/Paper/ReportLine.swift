/// Amounts over time as one line to look at, on a printed page only: text and data say the same in
/// the tables beside it.
public struct ReportLine {
  /// One point.
  struct Point {
    let label: String
    let amount: Rupiah
  }

  let title: String
  let points: [Point]

  /// A line through amounts at equal distances; the title is read aloud where it cannot be seen.
  public init(_ title: String, _ points: [(label: String, amount: Rupiah)]) {
    self.title = title
    self.points = points.map { Point(label: $0.label, amount: $0.amount) }
  }

  /// The height in units of the drawing, which is 1,000 of them wide.
  static let height = 190
  /// Where the line may run: below the figures, and above the names of the days.
  private static let (top, bottom) = (34, 150)

  /// Where the points lie: from edge to edge, nothing on the lowest line unless some are below it.
  func places() -> [(x: Int, y: Int)] {
    let amounts = points.map { Int128($0.amount.sen) }
    let (low, high) = (min(amounts.min() ?? 0, 0), max(amounts.max() ?? 0, 0))
    return amounts.enumerated().map { index, amount in
      let x = points.count > 1 ? 10 + index * 980 / (points.count - 1) : 10
      guard high > low else { return (x, Self.bottom) }
      let rise = Int((amount - low) * Int128(Self.bottom - Self.top) / (high - low))
      return (x, Self.bottom - rise)
    }
  }

  /// Writes the line as SVG, with the days and figures of its ends.
  func write(_ words: Wording, into html: inout HTMLWriter) {
    guard let first = points.first, let last = points.last else { return }
    let places = places()
    html.openDrawing(title, height: Self.height)
    html.markup("<polyline points=\"")
    for (index, place) in places.enumerated() {
      if index > 0 { html.markup(" ") }
      html.number(place.x)
      html.markup(",")
      html.number(place.y)
    }
    html.markup("\"/>")
    for place in places {
      html.markup("<circle cx=\"")
      html.number(place.x)
      html.markup("\" cy=\"")
      html.number(place.y)
      html.markup("\" r=\"4\"/>")
    }
    write(first, at: 0, "start", words, into: &html)
    write(last, at: 1_000, "end", words, into: &html)
    html.close("svg")
  }

  private func write(
    _ point: Point, at x: Int, _ anchor: StaticString, _ words: Wording,
    into html: inout HTMLWriter
  ) {
    for isFigure in [true, false] {
      html.markup("<text x=\"")
      html.number(x)
      html.markup("\" y=\"")
      html.number(isFigure ? 18 : 178)
      html.markup("\" text-anchor=\"")
      html.markup(anchor)
      html.markup("\">")
      if isFigure { html.cell(.amount(point.amount), words) } else { html.text(point.label) }
      html.markup("</text>")
    }
  }
}
