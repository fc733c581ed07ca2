/// Amounts to look at: a bar for each, with its label and its figure.
///
/// A printed page has it as SVG within the page, text as rows of blocks. Bars stand on one line
/// for nothing, those below it point the other way.
public struct ReportChart {
  /// One bar.
  struct Bar {
    let label: String
    let amount: Rupiah
  }

  let title: String
  let bars: [Bar]

  /// A chart of amounts; the title is read aloud where it cannot be seen.
  public init(_ title: String, _ bars: [(label: String, amount: Rupiah)]) {
    self.title = title
    self.bars = bars.map { Bar(label: $0.label, amount: $0.amount) }
  }

  /// Where bars begin and end on a line of a length, the same scale for all of them.
  func spans(of length: Int) -> [Range<Int>] {
    let amounts = bars.map { Int128($0.amount.sen) }
    let (low, high) = (min(amounts.min() ?? 0, 0), max(amounts.max() ?? 0, 0))
    guard high > low else { return bars.map { _ in 0..<0 } }
    func place(_ amount: Int128) -> Int { Int((amount - low) * Int128(length) / (high - low)) }
    let zero = place(0)
    return amounts.map { min(zero, place($0))..<max(zero, place($0)) }
  }
}

extension ReportChart {
  /// The rows of a chart in text: label, figure, bar.
  var table: ReportTable {
    var table = ReportTable(
      [.left("", 20), .right("", 18), .left("", 36)], Array(zip(bars, spans(of: 36)))
    ) { bar, span in
      [
        .text(bar.label), .amount(bar.amount),
        .text(
          String(repeating: "·", count: span.lowerBound)
            + String(repeating: "█", count: span.count)),
      ]
    }
    table.isTitled = false
    return table
  }

  /// The height of a row in units of the drawing, which is 1,000 of them wide.
  static let row = 26

  /// Writes the chart as SVG.
  func write(_ words: Wording, into html: inout HTMLWriter) {
    html.openDrawing(title, height: bars.count * Self.row)
    for (index, (bar, span)) in zip(bars, spans(of: 560)).enumerated() {
      let top = index * Self.row
      html.markup("<text x=\"0\" y=\"")
      html.number(top + 18)
      html.markup("\">")
      html.text(bar.label)
      html.markup("</text><text x=\"410\" y=\"")
      html.number(top + 18)
      html.markup("\" text-anchor=\"end\">")
      html.cell(.amount(bar.amount), words)
      html.markup("</text><rect x=\"")
      html.number(430 + span.lowerBound)
      html.markup("\" y=\"")
      html.number(top + 4)
      html.markup("\" width=\"")
      html.number(span.count)
      html.markup("\" height=\"18\"/>")
    }
    html.close("svg")
  }
}
