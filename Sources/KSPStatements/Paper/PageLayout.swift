/// Divides a report into pages.
///
/// Browsers break pages each in their own way and know nothing of sums. Here a table that goes on
/// overleaf ends in what is carried forward and begins there with what was brought forward, and
/// every page knows how many there are.
struct PageLayout {
  /// What stands on a page.
  enum Piece {
    case block(Report.Block)
    case rows(ReportTable, Range<Int>, [Int], brought: ReportSums?, carried: ReportSums?)
  }

  /// The pages from first to last.
  private(set) var pages: [[Piece]] = [[]]
  /// The height of the first page that is used, without its foot.
  private(set) var firstHeight: Int

  private let sheet: PageSheet
  private let widths: PageWidths
  private var room: Int

  /// Divides a report whose first page begins with a head of a height.
  init(_ report: Report, head: Int, sheet: PageSheet) {
    self.sheet = sheet
    widths = PageWidths(report, sheet: sheet)
    room = sheet.height - sheet.foot - head
    firstHeight = head
    let blocks = report.blocks
    for (index, block) in blocks.enumerated() {
      let following = blocks[(index + 1)...]
      if case .table(let table) = block {
        place(table, with: kept(following))
      } else {
        // What introduces something stays with it, and signatures with what they are about.
        let height = height(of: block)
        if height + introduced(following, by: block) > room { turn() }
        put(.block(block), height)
      }
    }
  }

  private mutating func put(_ piece: Piece, _ height: Int) {
    if pages.count == 1 { firstHeight += height }
    pages[pages.count - 1].append(piece)
    room -= height
  }

  /// Begins a new page, unless nothing is on this one.
  private mutating func turn() {
    guard pages.last?.isEmpty == false else { return }
    pages.append([])
    room = full
  }

  /// The room of a page after the first.
  private var full: Int { sheet.height - sheet.foot - sheet.runningHead }

  private mutating func place(_ table: ReportTable, with after: Int) {
    let widths = widths[table]
    let heights = heights(table, table.count, widths)
    let carry = table.total == nil ? 0 : sheet.row(lines: 1)
    let tail = ends(table, widths) + sheet.line
    var sums = table.start
    var start = 0
    var rest = heights.reduce(0, +)
    if least(table, widths, heights, after) > room { turn() }
    while true {
      let above =
        start == 0 ? top(table, widths) : titles(table, widths) + carry
      let brought = start > 0 && table.total != nil ? sums : nil
      let isFresh = pages.last?.isEmpty == true
      if above + rest + tail + after <= room || (isFresh && start == table.count) {
        return put(
          .rows(table, start..<table.count, widths, brought: brought, carried: nil),
          above + rest + tail)
      }
      // Sums do not stand alone overleaf: two rows, or at least one, go with them.
      let limit = max(table.count - 2, min(start + 1, table.count))
      var end = start
      var used = above + carry
      while end < limit, used + heights[end] <= room || (isFresh && end == start) {
        used += heights[end]
        end += 1
      }
      if end > start {
        for index in start..<end { sums.add(table.row(index)) }
        put(
          .rows(
            table, start..<end, widths, brought: brought,
            carried: table.total == nil ? nil : sums), used)
        rest -= heights[start..<end].reduce(0, +)
        start = end
      }
      turn()
    }
  }

  /// The heights of the first rows of a table, with the remarks below them.
  private func heights(_ table: ReportTable, _ count: Int, _ widths: [Int]) -> [Int] {
    (0..<count).map { index in
      height(of: table.row(index), table.columns, widths)
        + (table.remark(index).map { sheet.row(lines: sheet.lines(of: $0, in: sheet.width)) } ?? 0)
    }
  }

  /// A table with no more rows than this is not broken.
  private static let shortTable = 8

  /// What a table must find on a page to begin there: all of a short one with what belongs below
  /// it, a few rows of others.
  private func least(
    _ table: ReportTable, _ widths: [Int], _ heights: [Int], _ after: Int
  ) -> Int {
    let isShort = heights.count <= PageLayout.shortTable
    if isShort {
      let own = heights.reduce(top(table, widths) + ends(table, widths) + sheet.line, +)
      // Rows that fill half a page leave half a page empty.
      if own <= full * 2 / 5, own + after <= full { return own + after }
    }
    let rows =
      isShort
      ? heights.reduce(ends(table, widths), +)
      : heights.prefix(2).reduce(sheet.row(lines: 1), +)
    return min(top(table, widths) + rows, sheet.height / 2)
  }

  /// The titles and what stands above the first row.
  private func top(_ table: ReportTable, _ widths: [Int]) -> Int {
    titles(table, widths)
      + (table.opening.isEmpty ? 0 : height(of: table.opening, table.columns, widths))
  }

  private func titles(_ table: ReportTable, _ widths: [Int]) -> Int {
    guard table.isTitled else { return 0 }
    return height(of: table.columns.map { .text($0.title) }, table.columns, widths) + 4
  }

  /// The rows of sums and of the closing balance.
  private func ends(_ table: ReportTable, _ widths: [Int]) -> Int {
    (table.total == nil ? 0 : sheet.row(lines: 1))
      + (table.closing.isEmpty ? 0 : height(of: table.closing, table.columns, widths)) + 4
  }

  private func height(
    of cells: [Cell], _ columns: [TextTable.Column], _ widths: [Int]
  ) -> Int {
    var lines = 1
    for (index, (cell, width)) in zip(cells, widths).enumerated() {
      guard case .text(let text) = cell.forPeople else { continue }
      lines = max(lines, sheet.lines(of: text, in: width - sheet.white(columns, index)))
    }
    return sheet.row(lines: lines)
  }

  /// The height of a block that is not a table.
  private func height(of block: Report.Block) -> Int {
    switch block {
    case .heading: 2 * sheet.line
    case .fields(let fields, _):
      fields.reduce(fields.isEmpty ? 0 : 1) { $0 + sheet.lines(of: $1) } * sheet.line
    case .note(let text), .verdict(let text):
      (sheet.lines(of: text, in: sheet.width, size: sheet.em * 11 / 10) + 1) * sheet.line
    case .gap, .table: 0
    case .chart(let chart):
      sheet.width * chart.bars.count * ReportChart.row / 1_000 + sheet.line
    case .line: sheet.width * ReportLine.height / 1_000 + sheet.line
    case .signatures(let signatures, _): sheet.height(of: signatures)
    }
  }

  /// What must stand on the same page as the block before it: of a heading what comes next, of
  /// what introduces a table its first rows, and the places to sign. A chart introduces nothing but
  /// what belongs below it, and with a heading something else begins.
  private func introduced(_ blocks: ArraySlice<Report.Block>, by block: Report.Block) -> Int {
    if case .chart = block { return kept(blocks) }
    let isHeading = if case .heading = block { true } else { false }
    var height = 0
    for (index, block) in zip(blocks.indices, blocks) {
      switch block {
      case .table(let table):
        let widths = widths[table]
        // Of a long table, what it says in its first rows does not matter here.
        let heights = heights(table, min(table.count, PageLayout.shortTable + 1), widths)
        return height + least(table, widths, heights, kept(blocks[(index + 1)...]))
      case .signatures: return height + self.height(of: block)
      case .heading where !isHeading: return 0
      case .gap: continue
      default:
        height += self.height(of: block)
        if case .chart = block { return height + kept(blocks[(index + 1)...]) }
        if isHeading { return height + introduced(blocks[(index + 1)...], by: block) }
      }
    }
    return 0
  }

  /// What belongs below the end of a table or a chart: remarks and signatures, unless that is a
  /// page by itself.
  private func kept(_ blocks: ArraySlice<Report.Block>) -> Int {
    var height = 0
    for block in blocks {
      if case .table = block { return 0 }
      if case .heading = block { break }
      height += self.height(of: block)
    }
    return height > sheet.height / 2 ? 0 : height
  }
}
