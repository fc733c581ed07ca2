/// Draws reports as printed pages: one file for a browser, which prints it or saves a PDF.
///
/// Many reports are a stream: `open`, then `draw` for each, then `close`.
struct PageDrawing {
  private let style: ReportStyle
  private let words: Wording
  private let sheet: PageSheet

  init(style: ReportStyle) {
    self.style = style
    words = style.words
    sheet = PageSheet(style.paper)
  }

  /// Writes a whole file.
  func document(
    _ title: String, into output: inout TextOutput,
    _ body: (PageDrawing, inout TextOutput) -> Void
  ) {
    open(title, into: &output)
    body(self, &output)
    close(into: &output)
  }

  /// Writes what comes before the first page.
  func open(_ title: String, into output: inout TextOutput) {
    HTMLWriter.write(into: &output) { html in
      html.markup("<!DOCTYPE html>\n<html lang=\"")
      html.text(words.language.rawValue)
      html.markup("\">\n<head>\n<meta charset=\"utf-8\"/>\n")
      html.element("title") { html in
        html.text(([title] + style.letterhead.prefix(1)).joined(separator: " – "))
      }
      html.markup("\n<style>\n")
      PrintStyle.write(sheet, into: &html)
      html.markup("</style>\n</head>\n<body>\n")
    }
  }

  /// Writes what comes after the last page.
  func close(into output: inout TextOutput) {
    output.append("</body>\n</html>\n")
  }

  /// Writes the pages of one report.
  func draw(_ report: Report, into output: inout TextOutput) {
    let letterhead = report.hasLetterhead ? style.letterhead : []
    let layout = PageLayout(
      report, head: report.isBare ? 0 : sheet.head(letterhead: letterhead, title: report.title),
      sheet: sheet)
    HTMLWriter.write(into: &output) { html in
      if style.paper == .a4, report.copies.count == 2, layout.pages.count == 1,
        layout.firstHeight + sheet.margin <= sheet.height - sheet.half
      {
        return halves(report, letterhead, layout.pages[0], into: &html)
      }
      let copies = report.copies.isEmpty ? [nil] : report.copies.map { Optional($0) }
      for copy in copies {
        for (index, page) in layout.pages.enumerated() {
          html.open("section", "page")
          html.newline()
          if index == 0 {
            if !report.isBare {
              head(report.title, letterhead: letterhead, copy: copy, into: &html)
            }
          } else {
            running(report, into: &html)
          }
          for piece in page { draw(piece, into: &html) }
          foot(report, page: index + 1, of: layout.pages.count, into: &html)
          html.close("section")
          html.newline()
        }
      }
    }
  }

  /// Begins a table that the browser breaks, for a stream whose length is not known.
  func openFlow(_ title: String, _ table: ReportTable, into output: inout TextOutput) {
    open(title, into: &output)
    HTMLWriter.write(into: &output) { html in
      html.open("section", "flow")
      html.newline()
      head(title, letterhead: style.letterhead, copy: nil, into: &html)
      self.table(table).open(into: &html)
    }
  }

  /// Writes rows under a heading, which the browser keeps on one page.
  func flow(
    _ heading: String, _ remarks: String, _ rows: ReportTable, into output: inout TextOutput
  ) {
    HTMLWriter.write(into: &output) { html in
      table(rows).group(heading, remarks, into: &html)
    }
  }

  /// Ends the table with a sentence.
  func closeFlow(_ note: String, into output: inout TextOutput) {
    HTMLWriter.write(into: &output) { html in
      html.close("table")
      html.newline()
      draw(.note(note), into: &html)
      html.close("section")
      html.newline()
    }
    close(into: &output)
  }

  /// Both copies on one sheet, to be cut apart.
  private func halves(
    _ report: Report, _ letterhead: [String], _ page: [PageLayout.Piece],
    into html: inout HTMLWriter
  ) {
    html.open("section", "page")
    html.newline()
    for copy in report.copies {
      html.open("div", "half")
      html.newline()
      if !report.isBare {
        head(report.title, letterhead: letterhead, copy: copy, into: &html)
      }
      for piece in page { draw(piece, into: &html) }
      html.close("div")
      html.newline()
    }
    html.close("section")
    html.newline()
  }

  private func head(
    _ title: String, letterhead: [String], copy: String?, into html: inout HTMLWriter
  ) {
    if !letterhead.isEmpty {
      html.open("header")
      for (index, line) in letterhead.enumerated() {
        html.element("div", index == 0 ? "name" : "") { $0.text(line) }
      }
      html.close("header")
      html.newline()
    }
    html.element("h1") { html in
      html.text(title)
      if let copy { html.element("span", "copy") { $0.text(copy) } }
    }
    html.newline()
  }

  private func running(_ report: Report, into html: inout HTMLWriter) {
    html.element("div", "running") { html in
      html.text(([report.title] + style.letterhead.prefix(1)).joined(separator: " – "))
    }
    html.newline()
  }

  private func foot(
    _ report: Report, page: Int, of pages: Int, into html: inout HTMLWriter
  ) {
    html.element("footer") { html in
      html.element("span") { $0.text(report.subject) }
      html.element("span") { $0.text(words.page(page, of: pages)) }
    }
    html.newline()
  }

  private func draw(_ piece: PageLayout.Piece, into html: inout HTMLWriter) {
    switch piece {
    case .block(let block): draw(block, into: &html)
    case .rows(let table, let rows, let widths, let brought, let carried):
      TableDrawing(table: table, words: words, widths: widths)
        .draw(rows, brought: brought, carried: carried, into: &html)
    }
  }

  private func draw(_ block: Report.Block, into html: inout HTMLWriter) {
    switch block {
    case .heading(let title):
      html.element("h2") { $0.text(title) }
    case .fields(let fields, _):
      guard !fields.isEmpty else { return }
      draw(fields, into: &html)
    case .note(let text):
      html.element("p") { $0.text(text) }
    case .verdict(let text):
      html.element("p", "verdict") { $0.text(text) }
    case .gap: return
    case .table(let table):
      self.table(table).draw(0..<table.count, brought: nil, carried: nil, into: &html)
    case .chart(let chart): chart.write(words, into: &html)
    case .line(let line): line.write(words, into: &html)
    case .signatures(let signatures, _):
      draw(signatures, into: &html)
    }
    html.newline()
  }

  private func draw(_ fields: [Report.Field], into html: inout HTMLWriter) {
    html.open("dl")
    html.newline()
    for field in fields {
      html.element("div", field.isStrong ? "strong" : "") { html in
        html.element("dt", field.indent == 0 ? "" : field.indent == 1 ? "in1" : "in2") {
          $0.text(field.label)
        }
        html.element("dd") { $0.text(field.value) }
      }
      html.newline()
    }
    html.close("dl")
  }

  private func draw(_ signatures: [Report.Signature], into html: inout HTMLWriter) {
    html.markup("<div class=\"signatures\" style=\"height:")
    html.millimetres(sheet.height(of: signatures))
    html.markup("\">")
    for signature in signatures {
      html.element("div") { html in
        html.element("span") { $0.text(signature.role) }
        if let stamp = signature.stamp { html.element("span", "stamp") { $0.text(stamp) } }
        html.element("span", "name") { $0.text(signature.name ?? "\u{A0}") }
      }
    }
    html.close("div")
  }

  private func table(_ table: ReportTable) -> TableDrawing {
    TableDrawing(table: table, words: words, widths: sheet.widths(table.columns))
  }
}
