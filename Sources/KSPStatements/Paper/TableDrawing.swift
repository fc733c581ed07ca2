/// Draws the rows of a table that stand on one printed page.
struct TableDrawing {
  let table: ReportTable
  let words: Wording
  /// The widths of the columns in tenths of a millimetre.
  let widths: [Int]

  /// Writes rows with what was brought forward above and what is carried forward below them, or
  /// with the sums where the table ends.
  func draw(
    _ rows: Range<Int>, brought: ReportSums?, carried: ReportSums?, into html: inout HTMLWriter
  ) {
    open(into: &html)
    html.open("tbody")
    html.newline()
    if let brought {
      row(brought.cells((words.broughtForward, label), carried: true), "carry", into: &html)
    } else if rows.lowerBound == 0, !table.opening.isEmpty {
      row(table.opening, "balance", into: &html)
    }
    for index in rows {
      row(table.row(index), "", into: &html)
      if let remark = table.remark(index) { across("remark", into: &html) { $0.text(remark) } }
    }
    if let carried {
      row(carried.cells((words.carriedForward, label), carried: true), "carry", into: &html)
    } else if rows.upperBound == table.count {
      ends(into: &html)
    }
    html.close("tbody")
    html.newline()
    html.close("table")
    html.newline()
  }

  /// Writes what comes before the first row.
  func open(into html: inout HTMLWriter) {
    html.open("table")
    html.newline()
    html.open("colgroup")
    for width in widths {
      html.markup("<col style=\"width:")
      html.millimetres(width)
      html.markup("\"/>")
    }
    html.close("colgroup")
    html.newline()
    if table.isTitled { titles(into: &html) }
  }

  /// Writes all rows as a group under a heading with remarks.
  func group(_ heading: String, _ remarks: String, into html: inout HTMLWriter) {
    html.open("tbody", "group")
    html.newline()
    across("", into: &html) { html in
      html.element("strong") { $0.text(heading) }
      html.markup(" ")
      html.text(remarks)
    }
    for index in 0..<table.count { row(table.row(index), "", into: &html) }
    html.close("tbody")
    html.newline()
  }

  /// The column in which rows of sums are named.
  private var label: Int { table.total?.column ?? 0 }

  private func ends(into html: inout HTMLWriter) {
    if let total = table.total {
      var sums = table.start
      for index in 0..<table.count { sums.add(table.row(index)) }
      row(sums.cells(total), "total", into: &html)
    }
    if !table.closing.isEmpty { row(table.closing, "balance", into: &html) }
  }

  private func titles(into html: inout HTMLWriter) {
    html.open("thead")
    html.open("tr")
    for column in table.columns {
      html.element("th", column.isRight ? "number" : "") { $0.text(column.title) }
    }
    html.close("tr")
    html.close("thead")
    html.newline()
  }

  private func across(
    _ classes: StaticString, into html: inout HTMLWriter, _ body: (inout HTMLWriter) -> Void
  ) {
    html.open("tr", classes)
    html.markup("<td colspan=\"")
    html.number(table.columns.count)
    html.markup("\">")
    body(&html)
    html.markup("</td></tr>\n")
  }

  /// Writes a row; every cell the table has, so that rules go all the way across.
  private func row(_ cells: [Cell], _ classes: StaticString, into html: inout HTMLWriter) {
    html.open("tr", classes)
    for (index, column) in table.columns.enumerated() {
      let cell = index < cells.count ? cells[index] : .blank
      html.element("td", name(cell, column)) { $0.cell(cell, words) }
    }
    html.close("tr")
    html.newline()
  }

  private func name(_ cell: Cell, _ column: TextTable.Column) -> StaticString {
    if column.isRight { return "number" }
    switch cell {
    case .text, .coded, .flag: return ""
    case .blank, .date, .entry, .amount, .unlessZero, .count: return "whole"
    }
  }
}
