/// Draws reports as lines of plain text for a screen or a dot-matrix printer.
struct TextDrawing {
  let style: ReportStyle

  /// Writes a whole report.
  func draw(_ report: Report, into output: inout TextOutput) {
    if !report.isBare {
      heading(report.title, letterhead: report.hasLetterhead, into: &output)
    }
    draw(report.blocks, into: &output)
  }

  /// Writes whose report it is and what it is called.
  func heading(_ title: String, letterhead: Bool = true, into output: inout TextOutput) {
    if letterhead {
      for line in style.letterhead { words(TextTable.oneLine(line), from: 0, into: &output) }
    }
    output.line(title)
    output.newline()
  }

  /// Writes blocks from top to bottom; what starts something new stands after an empty line.
  func draw(_ blocks: [Report.Block], into output: inout TextOutput) {
    var isBelowSpace = true
    func separate(_ output: inout TextOutput) {
      if !isBelowSpace { output.newline() }
    }
    for block in blocks {
      switch block {
      case .heading(let title):
        separate(&output)
        output.line(TextTable.oneLine(title))
      case .fields(let fields, let width):
        for field in fields { self.field(field, width: width, into: &output) }
      case .note(let text): note(TextTable.oneLine(text), into: &output)
      case .verdict(let text):
        separate(&output)
        words(text, from: 0, into: &output)
      case .gap: separate(&output)
      case .table(let table):
        if table.isTitled { separate(&output) }
        draw(table, into: &output)
      case .chart(let chart): draw(chart.table, into: &output)
      case .line: continue
      case .signatures(let signatures, let printedOnly):
        guard !printedOnly else { continue }
        separate(&output)
        draw(signatures, into: &output)
      }
      if case .gap = block { isBelowSpace = true } else { isBelowSpace = false }
    }
  }

  private func draw(_ report: ReportTable, into output: inout TextOutput) {
    let table = table(report)
    if report.isTitled { table.header(into: &output) }
    if !report.opening.isEmpty { table.row(report.opening, into: &output) }
    var sums = report.start
    for index in 0..<report.count {
      let cells = report.row(index)
      if report.total != nil { sums.add(cells) }
      table.row(cells, into: &output)
      if let remark = report.remark(index) {
        output.append("  ")
        words(TextTable.oneLine(remark), from: 2, into: &output)
      }
    }
    guard report.isTitled else { return }
    table.rule(into: &output)
    if let total = report.total { table.row(sums.cells(total), into: &output) }
    if !report.closing.isEmpty { table.row(report.closing, into: &output) }
    if report.total != nil || !report.closing.isEmpty { table.rule(into: &output) }
  }

  /// What is sent to members is not broken, but on a terminal that would break it inside a word.
  private func note(_ text: String, into output: inout TextOutput) {
    guard style.isOnTerminal || style.columns < TextTable.pageWidth else {
      return output.line(text)
    }
    parts(Prose.parts(text, in: prose), from: 0, into: &output)
  }

  /// How wide sentences are: no wider than the page, as longer lines are hard to read.
  private var prose: Int { min(style.columns, TextTable.pageWidth) }

  /// The columns of a table, as wide as the terminal allows.
  private func table(_ report: ReportTable) -> TextTable {
    let table = TextTable(report.columns, indent: report.indent)
    guard table.width > style.columns || style.columns > TextTable.pageWidth else { return table }
    var sums = report.start
    for index in 0..<report.count { sums.add(report.row(index)) }
    let ends = [report.opening, report.closing, report.total.map { sums.cells($0) } ?? []]
    let rows = (0..<report.count).lazy.map(report.row)
    return table.fitted(to: style.columns, holding: [Array(ends), Array(rows)].joined())
  }

  private func draw(_ signatures: [Report.Signature], into output: inout TextOutput) {
    // Two stand apart; three fill the line.
    let isWide = signatures.count > 2
    let margin = isWide ? 1 : 4
    let room = (prose - margin) / max(1, signatures.count) - 1
    let width = min(isWide ? 25 : 34, room)
    let table = TextTable([.left("", margin)] + signatures.map { _ in .left("", width) })
    let line = "( " + String(repeating: "_", count: min(isWide ? 18 : 22, room - 4)) + " )"
    table.row([.blank] + signatures.map { .text($0.role) }, into: &output)
    output.newline()
    table.row(
      [.blank] + signatures.map { .optional($0.stamp.map { "[ \($0) ]" }) }, into: &output)
    output.newline()
    table.row([.blank] + signatures.map { _ in .text(line) }, into: &output)
    guard signatures.contains(where: { $0.name != nil }) else { return }
    table.row([.blank] + signatures.map { .optional($0.name) }, into: &output)
  }

  /// Writes `label : value` with the labels in one column and long values on several lines.
  private func field(_ field: Report.Field, width: Int, into output: inout TextOutput) {
    output.repeat(UInt8(ascii: " "), 2 * field.indent)
    output.append(field.label)
    output.repeat(UInt8(ascii: " "), width - 2 * field.indent - field.label.count)
    output.append(": ")
    words(TextTable.oneLine(field.value), from: width + 2, into: &output)
  }

  /// Writes a text from a column of the page on. A long one, such as an amount in words, goes on
  /// below its own beginning.
  private func words(_ text: String, from start: Int, into output: inout TextOutput) {
    guard text.utf8.count > prose - start else { return output.line(text) }
    parts(text.split(separator: " ", omittingEmptySubsequences: false), from: start, into: &output)
  }

  /// Writes what a line may break between.
  private func parts(_ words: [Substring], from start: Int, into output: inout TextOutput) {
    let room = prose - start
    var column = 0
    for word in words {
      if column > 0, column + 1 + word.count > room {
        output.newline()
        output.repeat(UInt8(ascii: " "), start)
        column = 0
      }
      if column > 0 {
        output.append(byte: UInt8(ascii: " "))
        column += 1
      }
      output.append(word)
      column += word.count
    }
    output.newline()
  }
}
